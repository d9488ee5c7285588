ALTER TABLE `product_words` ADD `marks` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE TABLE `price_steps` (`no` integer NOT NULL, `low` integer NOT NULL, `above` integer NOT NULL);
--> statement-breakpoint
INSERT INTO `price_steps` (`no`, `low`, `above`)
WITH RECURSIVE step(no, low) AS (
  SELECT CAST(0 AS integer), CAST(0 AS integer)
  UNION ALL
  SELECT no + 1, low + max(1, low / 8) FROM step WHERE low < 10000000000
)
SELECT no, low, low + max(1, low / 8) FROM step;
--> statement-breakpoint
UPDATE `product_words` SET `marks` = (
  SELECT coalesce(group_concat(mark, ' '), '') FROM (
    SELECT 'π' || s.no AS mark FROM price_steps s JOIN products p ON p.id = product_words.product_id
    WHERE s.low <= p.max_price_cents AND s.above > p.min_price_cents
    UNION
    SELECT 'σ' || (s.no / 6) FROM price_steps s JOIN products p ON p.id = product_words.product_id
    WHERE s.low <= p.max_price_cents AND s.above > p.min_price_cents
  ) AS own
);
--> statement-breakpoint
DROP TABLE `price_steps`;
