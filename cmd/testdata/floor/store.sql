create table if not exists floor (
  dcid bigint primary key, number bigint, school bigint, grade bigint, simple text, weighted text,
  present float8, enrolled float8, iep int, lep int, lii int, participant int, gifted text
);
truncate floor;
\copy floor from students.tsv

\o attendance_percentage.csv
copy (
  select number student_number, present / enrolled attendance_percentage
  from floor where enrolled > 0 order by number desc
) to stdout csv header force quote *;

\o gpa.csv
copy (
  select number student_number, simple numerator_unweighted, weighted numerator_weighted
  from floor where simple is not null or weighted is not null order by number desc
) to stdout csv header force quote *;

\o student_tags.csv
copy (
  select number student_number, name, detailed_name, description
  from floor, lateral (values
    ('IEP', 'Individualized Education Plan', 'Student with IDEA Services', iep = 1),
    ('504', 'Section 504', 'Student with 504 Accomodation', participant = 1),
    ('EL', 'English Learner', 'Low English Proficiency Learner', lep = 1),
    ('LI', 'Low Income', 'Low Income/Economically Disadvantaged Family', lii = 1),
    ('GFT', 'Gifted & Talented', 'Student in Gifted or Talented Program', gifted = 'Y')
  ) tag (name, detailed_name, description, given)
  where given order by number desc
) to stdout csv header force quote *;
