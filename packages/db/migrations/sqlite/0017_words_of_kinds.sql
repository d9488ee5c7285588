ALTER TABLE `search_words` ADD `kinds` text;--> statement-breakpoint
CREATE TABLE `kinds_of_words` (`language` text NOT NULL, `word` text NOT NULL, `kind` text NOT NULL, PRIMARY KEY (`language`, `word`, `kind`)) WITHOUT ROWID;--> statement-breakpoint
INSERT OR IGNORE INTO `kinds_of_words`
-- Without the limits the kind would be made out anew for each word of a row.
WITH named(language, texts, category_id, letters) AS (
  SELECT w.language, replace(replace(w.words || ' ' || w.marks, '\', ''), '"', ''), p.category_id,
    substr(substr(w.words, 1, instr(w.words || ' ', ' ') - 1) || '000000', 1, 6)
  FROM product_words w CROSS JOIN products p ON p.id = w.product_id LIMIT -1
), kind(language, texts, no) AS (
  SELECT language, texts, (((((CASE WHEN category_id IS NULL THEN 48
      ELSE 24064 + 32 * (unicode(substr(category_id, -2)) % 32) + unicode(substr(category_id, -1)) % 32 END
    * 37 + unicode(letters)) * 37 + unicode(substr(letters, 2))) * 37 + unicode(substr(letters, 3))) * 37 + unicode(substr(letters, 4))) * 37
    + unicode(substr(letters, 5))) * 37 + unicode(substr(letters, 6))
  FROM named LIMIT -1
)
SELECT kind.language, word.value, char(19968 + kind.no % 16381)
FROM kind, json_each('["' || replace(texts, ' ', '","') || '"]') AS word
WHERE length(word.value) >= 3 OR unicode(word.value) >= 19968;--> statement-breakpoint
UPDATE `search_words` SET `kinds` = (
  SELECT CASE WHEN count(*) <= 256 THEN group_concat(kind, '') END FROM (
    SELECT DISTINCT k.kind AS kind FROM kinds_of_words k
    WHERE k.language = search_words.language AND k.word >= search_words.beginning AND k.word < search_words.beginning || char(1114111)
  )
);--> statement-breakpoint
INSERT INTO `search_words` (`language`, `beginning`, `whole`, `kinds`)
SELECT language, word, 1, CASE WHEN count(*) <= 256 THEN group_concat(kind, '') END
FROM kinds_of_words WHERE word >= char(19968) GROUP BY language, word;--> statement-breakpoint
DROP TABLE `kinds_of_words`;
