select report_id, sentence, paragraph, section, page, printed, coalesce(own_text, plain_text(printed)) as text, pieces
from stored.sentence
