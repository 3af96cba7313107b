"""The desk: what the local web page shows to people without SQL, as values and HTML; who serves it is serving.desk."""
