"""The desk's server: routes, uploads and limits of the local web page; what it shows is outputs.desk."""
