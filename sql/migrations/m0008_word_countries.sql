-- Which countries the bearers of a word are from: Kaur is rare among all names and common among India's, and two names
-- that agree on a word are as likely to do so by chance as the word is common where their bearers are from.
alter table record_count add column countries text;
alter table record_count add constraint "Words alone are counted by country"
  check (countries is null or (kind = 'word' and countries ~ '^[A-Z]{2}:[1-9][0-9]*( [A-Z]{2}:[1-9][0-9]*)*$'));
