-- PostgreSQL database dump

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

-- Name: drop_snapshot(bigint); Type: FUNCTION; Schema: public; Owner: -

CREATE FUNCTION public.drop_snapshot(dropped bigint) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET lock_timeout TO '2s'
    SET search_path TO 'public', 'pg_temp'
    AS $$
declare
  used record;
begin
  perform from snapshot where number = dropped for update;
  if not found then
    raise exception 'snapshot % does not exist', dropped using errcode = '55000';
  end if;
  if exists (select from pin where snapshot = dropped) then
    raise exception 'snapshot % is pinned', dropped using errcode = '55000';
  end if;
  if dropped = (select max(number) from snapshot) then
    raise exception 'snapshot % is the newest', dropped using errcode = '55000';
  end if;
  select publication, state, live into used from snapshot_use where snapshot = dropped order by live desc limit 1;
  if used.live then
    raise exception 'snapshot % is where live files came from', dropped using errcode = '55000';
  elsif found then
    raise exception 'publication %, which is %, was built from snapshot %', used.publication, used.state, dropped
      using errcode = '55000';
  end if;
  delete from student where snapshot = dropped;
  delete from leaver where snapshot = dropped;
  delete from snapshot where number = dropped;
end $$;

-- Name: FUNCTION drop_snapshot(dropped bigint); Type: COMMENT; Schema: public; Owner: -

COMMENT ON FUNCTION public.drop_snapshot(dropped bigint) IS 'Deletes a snapshot, unless it is pinned, the newest, where live files came from, or what a publication that is not settled was built from.';

-- Name: refuse_foreign_number(); Type: FUNCTION; Schema: public; Owner: -

CREATE FUNCTION public.refuse_foreign_number() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'table %: the snapshot number was not drawn by this session', tg_table_name
    using errcode = '55000';
end $$;

-- Name: refuse_sealed(); Type: FUNCTION; Schema: public; Owner: -

CREATE FUNCTION public.refuse_sealed() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO 'public', 'pg_temp'
    AS $$
begin
  if exists (select from snapshot where number = currval('snapshot_number')) then
    raise exception 'table %: the snapshot is sealed', tg_table_name using errcode = '55000';
  end if;
  return null;
end $$;

SET default_tablespace = '';

SET default_table_access_method = heap;

-- Name: content; Type: TABLE; Schema: public; Owner: -

CREATE TABLE public.content (
    sha256 bytea NOT NULL,
    zstd bytea NOT NULL,
    size bigint NOT NULL,
    rows bigint NOT NULL,
    CONSTRAINT content_rows_check CHECK ((rows >= 0)),
    CONSTRAINT content_sha256_check CHECK ((octet_length(sha256) = 32)),
    CONSTRAINT content_size_check CHECK ((size >= 0))
);

-- Name: TABLE content; Type: COMMENT; Schema: public; Owner: -

COMMENT ON TABLE public.content IS 'The exact bytes of files, kept once each, compressed.';

-- Name: COLUMN content.sha256; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.content.sha256 IS 'Of the bytes before they were compressed.';

-- Name: COLUMN content.size; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.content.size IS 'Bytes, before they were compressed.';

-- Name: COLUMN content.rows; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.content.rows IS 'Lines, without the header.';

-- Name: decision; Type: TABLE; Schema: public; Owner: -

CREATE TABLE public.decision (
    number bigint NOT NULL,
    publication bigint NOT NULL,
    kind text NOT NULL,
    by text NOT NULL,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT decision_by_check CHECK ((by <> ''::text)),
    CONSTRAINT decision_kind_check CHECK ((kind = ANY (ARRAY['approve'::text, 'discard'::text, 'supersede'::text, 'resend'::text]))),
    CONSTRAINT decision_reason_check CHECK ((reason <> ''::text))
);

-- Name: TABLE decision; Type: COMMENT; Schema: public; Owner: -

COMMENT ON TABLE public.decision IS 'What people, or newer publications, decided about a publication.';

-- Name: decision_number_seq; Type: SEQUENCE; Schema: public; Owner: -

ALTER TABLE public.decision ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.decision_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: delivery; Type: TABLE; Schema: public; Owner: -

CREATE TABLE public.delivery (
    number bigint NOT NULL,
    run text NOT NULL,
    publication bigint NOT NULL,
    decision bigint,
    fence bigint NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    outcome text,
    host_key text,
    CONSTRAINT delivery_check CHECK (((ended_at IS NULL) = (outcome IS NULL))),
    CONSTRAINT delivery_outcome_check CHECK ((outcome = ANY (ARRAY['delivered'::text, 'partial'::text, 'failed'::text, 'unknown'::text])))
);

-- Name: TABLE delivery; Type: COMMENT; Schema: public; Owner: -

COMMENT ON TABLE public.delivery IS 'One attempt to send a publication; written before the first byte leaves.';

-- Name: COLUMN delivery.decision; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.delivery.decision IS 'The approval that it uses up; null where the guard let it pass.';

-- Name: COLUMN delivery.host_key; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.delivery.host_key IS 'SHA256 fingerprint of the server''s key.';

-- Name: delivery_file; Type: TABLE; Schema: public; Owner: -

CREATE TABLE public.delivery_file (
    delivery bigint NOT NULL,
    "position" integer NOT NULL,
    name text NOT NULL,
    sha256 bytea NOT NULL,
    staged_as text NOT NULL,
    staged_at timestamp with time zone,
    sent_at timestamp with time zone,
    verified text,
    CONSTRAINT delivery_file_position_check CHECK (("position" > 0))
);

-- Name: COLUMN delivery_file.staged_as; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.delivery_file.staged_as IS 'Its name on the server until it is renamed.';

-- Name: COLUMN delivery_file.sent_at; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.delivery_file.sent_at IS 'When it had its final name.';

-- Name: delivery_number_seq; Type: SEQUENCE; Schema: public; Owner: -

ALTER TABLE public.delivery ALTER COLUMN number ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.delivery_number_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: fence; Type: SEQUENCE; Schema: public; Owner: -

CREATE SEQUENCE public.fence
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

-- Name: SEQUENCE fence; Type: COMMENT; Schema: public; Owner: -

COMMENT ON SEQUENCE public.fence IS 'Who holds the lock now has the highest number; it orders deliveries across a lost lock.';

-- Name: goose_db_version; Type: TABLE; Schema: public; Owner: -

CREATE TABLE public.goose_db_version (
    id integer NOT NULL,
    version_id bigint NOT NULL,
    is_applied boolean NOT NULL,
    tstamp timestamp without time zone DEFAULT now() NOT NULL
);

-- Name: goose_db_version_id_seq; Type: SEQUENCE; Schema: public; Owner: -

ALTER TABLE public.goose_db_version ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.goose_db_version_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

-- Name: leaver; Type: TABLE; Schema: public; Owner: -

CREATE TABLE public.leaver (
    snapshot bigint NOT NULL,
    dcid bigint NOT NULL,
    number text,
    enroll_status bigint,
    grade_level bigint,
    schoolid bigint
);

-- Name: TABLE leaver; Type: COMMENT; Schema: public; Owner: -

COMMENT ON TABLE public.leaver IS 'Students of the snapshot before who are not in this one, with what PowerSchool says of them now.';

-- Name: publication; Type: TABLE; Schema: public; Owner: -

CREATE TABLE public.publication (
    number bigint NOT NULL,
    run text NOT NULL,
    kind text NOT NULL,
    resends bigint,
    snapshot bigint,
    spec json NOT NULL,
    rules json NOT NULL,
    version text NOT NULL,
    destination text NOT NULL,
    roster bytea NOT NULL,
    findings json NOT NULL,
    guard json NOT NULL,
    verdict text NOT NULL,
    trips json NOT NULL,
    warnings json NOT NULL,
    planned_at timestamp with time zone NOT NULL,
    CONSTRAINT publication_check CHECK (((snapshot IS NOT NULL) OR (kind <> 'plan'::text))),
    CONSTRAINT publication_check1 CHECK (((resends IS NOT NULL) = (kind = 'resend'::text))),
    CONSTRAINT publication_destination_check CHECK ((destination <> ''::text)),
    CONSTRAINT publication_kind_check CHECK ((kind = ANY (ARRAY['plan'::text, 'resend'::text, 'adopt'::text]))),
    CONSTRAINT publication_number_check CHECK ((number > 0)),
    CONSTRAINT publication_verdict_check CHECK ((verdict = ANY (ARRAY['pass'::text, 'hold'::text, 'pause'::text])))
);

-- Name: TABLE publication; Type: COMMENT; Schema: public; Owner: -

COMMENT ON TABLE public.publication IS 'One set of files, built, compared with what is live, and judged.';

-- Name: COLUMN publication.kind; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.publication.kind IS 'Built from a snapshot, the bytes of an earlier one again, or files that another program delivered.';

-- Name: COLUMN publication.resends; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.publication.resends IS 'The publication whose bytes it has.';

-- Name: COLUMN publication.snapshot; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.publication.snapshot IS 'What it was built from; of an adopted one, what its roster is from. The snapshot may be gone.';

-- Name: COLUMN publication.spec; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.publication.spec IS 'That snapshot''s extract settings.';

-- Name: COLUMN publication.rules; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.publication.rules IS 'The rules that made the files; {} of an adopted one.';

-- Name: COLUMN publication.destination; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.publication.destination IS 'user@host:port/directory';

-- Name: COLUMN publication.roster; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.publication.roster IS 'Who was in the snapshot; never sent.';

-- Name: COLUMN publication.guard; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.publication.guard IS 'The limits that it was judged by.';

-- Name: COLUMN publication.trips; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.publication.trips IS 'The limits of the guard that it exceeds.';

-- Name: COLUMN publication.warnings; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.publication.warnings IS 'The limits that it is more than half way to.';

-- Name: live; Type: VIEW; Schema: public; Owner: -

CREATE VIEW public.live AS
 SELECT DISTINCT ON (p.destination, f.name) p.destination,
    f.name,
    f.sha256,
    p.number AS publication,
    p.snapshot,
    d.number AS delivery,
    f.sent_at
   FROM ((public.delivery_file f
     JOIN public.delivery d ON ((d.number = f.delivery)))
     JOIN public.publication p ON ((p.number = d.publication)))
  WHERE (f.sent_at IS NOT NULL)
  ORDER BY p.destination, f.name, d.number DESC;

-- Name: VIEW live; Type: COMMENT; Schema: public; Owner: -

COMMENT ON VIEW public.live IS 'What SchooLinks holds: per destination and name, the file that was sent last.';

-- Name: pin; Type: TABLE; Schema: public; Owner: -

CREATE TABLE public.pin (
    snapshot bigint NOT NULL,
    reason text NOT NULL,
    by text NOT NULL,
    at timestamp with time zone NOT NULL,
    CONSTRAINT pin_reason_check CHECK ((reason <> ''::text))
);

-- Name: TABLE pin; Type: COMMENT; Schema: public; Owner: -

COMMENT ON TABLE public.pin IS 'Snapshots that are kept for good.';

-- Name: publication_file; Type: TABLE; Schema: public; Owner: -

CREATE TABLE public.publication_file (
    publication bigint NOT NULL,
    "position" integer NOT NULL,
    kind text NOT NULL,
    name text NOT NULL,
    sha256 bytea NOT NULL,
    baseline bytea,
    baseline_of bigint,
    CONSTRAINT publication_file_baseline_check CHECK ((octet_length(baseline) = 32)),
    CONSTRAINT publication_file_check CHECK (((baseline IS NULL) = (baseline_of IS NULL))),
    CONSTRAINT publication_file_kind_check CHECK ((kind = ANY (ARRAY['attendance'::text, 'gpa'::text, 'tags'::text]))),
    CONSTRAINT publication_file_name_check CHECK ((name <> ''::text)),
    CONSTRAINT publication_file_position_check CHECK (("position" > 0))
);

-- Name: COLUMN publication_file."position"; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.publication_file."position" IS 'The order in which files are sent.';

-- Name: COLUMN publication_file.baseline; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.publication_file.baseline IS 'The live file it was compared with; null where nothing was live.';

-- Name: COLUMN publication_file.baseline_of; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.publication_file.baseline_of IS 'The publication that delivered it.';

-- Name: publication_state; Type: VIEW; Schema: public; Owner: -

CREATE VIEW public.publication_state AS
 WITH attempts AS (
         SELECT delivery.publication,
            max(delivery.decision) AS used,
            bool_or((delivery.ended_at IS NULL)) AS open,
            bool_or((delivery.outcome = 'delivered'::text)) AS delivered,
            bool_or((delivery.outcome = 'partial'::text)) AS partial,
            bool_or((delivery.outcome = 'unknown'::text)) AS unknown
           FROM public.delivery
          GROUP BY delivery.publication
        ), decisions AS (
         SELECT decision.publication,
            max(decision.number) FILTER (WHERE (decision.kind = 'approve'::text)) AS approval,
            bool_or((decision.kind = 'discard'::text)) AS discarded,
            bool_or((decision.kind = 'supersede'::text)) AS superseded
           FROM public.decision
          GROUP BY decision.publication
        )
 SELECT p.number AS publication,
        CASE
            WHEN a.open THEN 'delivering'::text
            WHEN a.delivered THEN 'delivered'::text
            WHEN d.discarded THEN 'discarded'::text
            WHEN d.superseded THEN 'superseded'::text
            WHEN a.unknown THEN 'unknown'::text
            WHEN a.partial THEN 'partial'::text
            WHEN (d.approval > COALESCE(a.used, (0)::bigint)) THEN 'approved'::text
            WHEN (p.verdict = 'hold'::text) THEN 'held'::text
            WHEN (p.verdict = 'pause'::text) THEN 'paused'::text
            WHEN (a.publication IS NOT NULL) THEN 'failed'::text
            ELSE 'planned'::text
        END AS state
   FROM ((public.publication p
     LEFT JOIN attempts a ON ((a.publication = p.number)))
     LEFT JOIN decisions d ON ((d.publication = p.number)));

-- Name: VIEW publication_state; Type: COMMENT; Schema: public; Owner: -

COMMENT ON VIEW public.publication_state IS 'Where each publication stands; the words of schema.State.';

-- Name: snapshot; Type: TABLE; Schema: public; Owner: -

CREATE TABLE public.snapshot (
    number bigint NOT NULL,
    run text NOT NULL,
    attendance_through timestamp without time zone NOT NULL,
    taken_at timestamp with time zone NOT NULL,
    spec json NOT NULL,
    source_rows bigint NOT NULL,
    students bigint NOT NULL,
    leavers bigint NOT NULL,
    findings json NOT NULL,
    digest bytea NOT NULL,
    CONSTRAINT snapshot_digest_check CHECK ((octet_length(digest) = 32)),
    CONSTRAINT snapshot_leavers_check CHECK ((leavers >= 0)),
    CONSTRAINT snapshot_number_check CHECK ((number > 0)),
    CONSTRAINT snapshot_source_rows_check CHECK ((source_rows >= 0)),
    CONSTRAINT snapshot_students_check CHECK ((students > 0))
);

-- Name: TABLE snapshot; Type: COMMENT; Schema: public; Owner: -

COMMENT ON TABLE public.snapshot IS 'One row a sealed snapshot. Its students and leavers are complete and never change.';

-- Name: COLUMN snapshot.run; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.snapshot.run IS 'The id of the run that took it, as in its log lines.';

-- Name: COLUMN snapshot.attendance_through; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.snapshot.attendance_through IS 'Attendance up to and including this, by the wall clock of the district.';

-- Name: COLUMN snapshot.spec; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.snapshot.spec IS 'The extract settings that made it.';

-- Name: COLUMN snapshot.source_rows; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.snapshot.source_rows IS 'Joined rows read from PowerSchool.';

-- Name: COLUMN snapshot.findings; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.snapshot.findings IS 'Of how many students each finding was made.';

-- Name: COLUMN snapshot.digest; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.snapshot.digest IS 'SHA-256 over all of it; see schema.Digest.';

-- Name: snapshot_number; Type: SEQUENCE; Schema: public; Owner: -

CREATE SEQUENCE public.snapshot_number
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;

-- Name: snapshot_use; Type: VIEW; Schema: public; Owner: -

CREATE VIEW public.snapshot_use AS
 SELECT publications.snapshot,
    publications.publication,
    publications.destination,
    publications.state,
    publications.live,
    publications.waiting
   FROM ( SELECT p.snapshot,
            p.number AS publication,
            p.destination,
            s.state,
            (p.number IN ( SELECT live.publication
                   FROM public.live)) AS live,
            (s.state <> ALL (ARRAY['delivered'::text, 'discarded'::text, 'superseded'::text])) AS waiting
           FROM (public.publication p
             JOIN public.publication_state s ON ((s.publication = p.number)))
          WHERE (p.snapshot IS NOT NULL)) publications
  WHERE (publications.live OR publications.waiting);

-- Name: VIEW snapshot_use; Type: COMMENT; Schema: public; Owner: -

COMMENT ON VIEW public.snapshot_use IS 'The publications because of which their snapshot is kept: live, or not settled yet.';

-- Name: student; Type: TABLE; Schema: public; Owner: -

CREATE TABLE public.student (
    snapshot bigint NOT NULL,
    dcid bigint NOT NULL,
    id bigint NOT NULL,
    number text,
    enroll_status bigint NOT NULL,
    grade_level bigint NOT NULL,
    schoolid bigint NOT NULL,
    first_name text,
    last_name text,
    days_present numeric,
    days_enrolled numeric,
    days_unknown bigint NOT NULL,
    simple_gpa text,
    weighted_gpa text,
    facts json NOT NULL,
    findings text[] NOT NULL
);

-- Name: TABLE student; Type: COMMENT; Schema: public; Owner: -

COMMENT ON TABLE public.student IS 'The students of each snapshot, once each.';

-- Name: COLUMN student.dcid; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.student.dcid IS 'PowerSchool STUDENTS.DCID.';

-- Name: COLUMN student.id; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.student.id IS 'PowerSchool STUDENTS.ID.';

-- Name: COLUMN student.number; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.student.number IS 'PowerSchool STUDENTS.STUDENT_NUMBER in digits; null where it is missing or not whole.';

-- Name: COLUMN student.days_present; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.student.days_present IS 'Sum of ATTENDANCEVALUE, exact.';

-- Name: COLUMN student.days_enrolled; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.student.days_enrolled IS 'Sum of MEMBERSHIPVALUE, exact.';

-- Name: COLUMN student.days_unknown; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.student.days_unknown IS 'Days whose ATTENDANCEVALUE is null.';

-- Name: COLUMN student.simple_gpa; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.student.simple_gpa IS 'A decimal in its one canonical text; null where absent or unusable.';

-- Name: COLUMN student.facts; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.student.facts IS 'Demographic values as PowerSchool wrote them. Kept as text: equal facts are equal text.';

-- Name: COLUMN student.findings; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.student.findings IS 'What a person should know of the source data, by name.';

-- Name: tally; Type: TABLE; Schema: public; Owner: -

CREATE TABLE public.tally (
    publication bigint NOT NULL,
    file text NOT NULL,
    by text NOT NULL,
    value text NOT NULL,
    school text NOT NULL,
    rows bigint NOT NULL,
    before bigint NOT NULL,
    added bigint NOT NULL,
    lost bigint NOT NULL,
    gone bigint NOT NULL,
    changed bigint NOT NULL,
    moved bigint NOT NULL,
    measured bigint NOT NULL,
    shift double precision NOT NULL,
    CONSTRAINT tally_by_check CHECK ((by = ANY (ARRAY['file'::text, 'tag'::text, 'tag_in_school'::text, 'column'::text, 'school'::text, 'grade'::text])))
);

-- Name: TABLE tally; Type: COMMENT; Schema: public; Owner: -

COMMENT ON TABLE public.tally IS 'Rows of a file against the live one, as a whole and by tag, school and grade, or the values of a column.';

-- Name: COLUMN tally.lost; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.tally.lost IS 'Rows removed of students who are in the snapshot.';

-- Name: COLUMN tally.gone; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.tally.gone IS 'Rows removed of students who are not.';

-- Name: COLUMN tally.moved; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.tally.moved IS 'GPAs that moved by more than the guard''s gpa_jump.';

-- Name: COLUMN tally.measured; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.tally.measured IS 'Students with enough days of attendance on both sides to be compared.';

-- Name: COLUMN tally.shift; Type: COMMENT; Schema: public; Owner: -

COMMENT ON COLUMN public.tally.shift IS 'By how many percentage points the mean of their attendance moved.';

-- Data for Name: content; Type: TABLE DATA; Schema: public; Owner: -

INSERT INTO public.content VALUES
	('\x484d8abc11493862dbe6417be7458e03e20e53d7ae0aef9e8bad49c2c5f42a5f', '\x28b52ffd4400c901bd0700820c1f1890271040950ba10edb89ec2874132925ef7d4a9e3f80df6cc5ccb6edb837e746a974aad5612de97d9989eef8e62097ad7c93d476b9a97d6aa39a64cc90213335b5b96c8e36c7cd1d22f96e0ad12862739499362fe3442b6235a7f3e61db517339f35e9d15e1c24140c3c180a09011220100301074c1c000a100c0233081000a2901212da03a002be6184218683840891d9117c1fd0d55a4678d05ae3bef101e102e0a90c9731b0b6a1b1368c970a0cf41646596c00c50dc54cf301e12034567618086230565ce601872188f98d0d840341000c903fac188e68183a833721d6e2b026753421e00144a9baa7da78262435744201a9280159', 713, 44),
	('\x47017022563f2f77c2a059ac4f0559464ed79d7a2803afd35c35764852601771', '\x28b52ffd44009e02cd0700c28a1d1880076c00e41906fb91f7bce4f3d8a6a4e44e7bef9f062e5eb6dab7f3396db57aedff692fbfe39fdfbcdef669aec5e6ebade021718d323468ea355d3b6337de30cb29e60d718dbabcb2c435eaabb8664c31798d2a3ffb0550478048e8148443309c0211037452226a14e1040c14d090d019145241053820d0020986c83cbb02931b018fcb311462301315400e98f311b7c00df0963038f3819b6470dcd80aa015bff8c04d0f0c37e486cf078e1bd5f97800a0beb543cf2166d47061b87a5c18c3cdf8a302c364f4b8f063502b708db981c33ad038c96cbde6f23098a1a1421621c39905e860c7b20b072f633d50e46022d29960620f7f71a583', 926, 44),
	('\xd5845163c54ec902bb9e9e1909b8219653676d3f9f081e1e2f369e36736b3965', '\x28b52ffd6420038d0d00725d431880091880af90f5d820b53849089292922493bd23cb9c050800357f6e26227523f5310b799e36dca227c9ca9399242113991b8e890c6ad1a44c39b18f4f2566464221bfa46a9c946923b4b3bb5e79278d8fed6c7e66b2d0a0169dc32cba9acab1b96c6934db694c9ea79e943fa3d1e32d7a7ed9e10f07e79333a8455d9845ff54fece3a7ebc456b0e875b74ee39485326f8f3a01645c1c4c19fcc788b529e08ef2c286986ce97f87c1babcbb0e586b4e810de06b5e85dc8305fe32d3a671a6f515fcaa7263da6450badca721b6fd117a28cb7a8a5e5708b668e880b50e7e598163d198d69d13189b80004878441c1c1a101c110a090901050382030205a54e13080c0800848200e040c8985065c281023184c75100068694d3096890eecec86cb71914d5b4a6b88d6ecdc26c8a384a344046a10097104d1236642761142883c601df07e1c0b52e210aee4e77df341b214e3104c586838477684b3640e35283aac87f7b0238d2fc641732d8cce54062161f22027606897324030216db8f661ce1978b88c438f39caad807ed1d8c11ce31038b6e0121cbf61bad023071f183606e27b3f88c03ae527012f05ab3f4f156e7cef', 1056, 37),
	('\x99f05e1243026a658f261ec9106bae7b9f872010a29e755b6792518258d36d12', '\x28b52ffd64630a8d0d00b21541215069eb03085c0477dc4fa0868bbeca1730a31973ae7f7ae337c32f1299f96cad01bc122f5678d13263c678616652521482245e69252b494a62094bedc5273a37a08b135d4c7fe8479fae138b7671a296a430891527c58925b5202a598a29462546218bc17dbb73852811b25fb63ee882e150f1cda23d348b16594b61b47387ec840e34048e2ea63fbe41847ef4d95ce335fabac1616b3c77f87b67d1221a67d12eec695211254265d4774d2cdad7f31bb6030dd0d753c10d16ed418141b230407f5a81be56b4f9cdf11ac3099401c2e6fc891f5d23d04f74efe8231e16ad7358b48a4198d302ec479f0b2e1d03e135f436fb2dda7eda2f5ad9094fe311e6f76b4cc606380071575061690b1d05505c50802886494101040cf22f22802f592998858e4320502c4a82b2d318d4d52489b6db3ed411401d774ba95d09453d005911b0c8385900b0b0c609ca8e61902b5c86b04e76568cabf84174d8f8a113a3640460c504d0612e05c58531e82872021d04d099010201acb8da168a454050565983b602d40f836d51c57348a88fb2512e849a079d8586518b9f8b43e92634e7e166180aa8a9092e21cc4334c524033e58f2e7', 2915, 39),
	('\x94308efc63cd32f00363305e14490b3bd374d1e8bd8b11507aed0ec973bb06f1', '\x28b52ffd4400b90185070072cc1e1890271040950ba10edb89ec2874132925ef7d4a9e3f80df6c05cdb6edb837e746a974aad5612de97d9989eef8e62097ad7c93d476b9a97d6aa39a64cc902153936a6a73d91c6d8e9b3b44f2dd14a251a4a3ccb4b971a2d5b326b19a73d45ed0ecbc7947edc54142c1c083a19010200102311070c0c401a000c1203220b0429abb03868cdcf001437c065e36229547103ee4abe5c048d0da80fbf091775a3c97874bc7c0ea313438c3f25d12a0ff80513aa3a2b838303337cee1e063acecc0001283868b0b6ec039f8c5569c39ef36e0f20707b335805841132ab7f8e4269d36095d3c4d8c58314384cb18140af2d17760', 697, 43),
	('\xe8d6a7ff9ba6c85f2276ea45e2860ed20cacdcd3869892382e0a05a9b95dbcde', '\x28b52ffd44009e022d0800424b1e179027349b34ab35b5897c8f71984d494999f8efeacc79a8b6daaff3396db57aedff59b7dff1cf6f5e5ffb24d73597af2fc3bb35244c830a09967a4bb78ed48daf4cb3534cb515214c832e0d9fb78469d05771cbc4691021669f00a80814c71482a1100c0ac1140553ce296890a1040c1ccce09852389c020a3b20b0a299a9f3fb02931b018fdb31146130b30a200e58f11157011060353138a30373c9e0b8291e8057ecc381b93eb0dc881b4d1e586e90c54781e322096e73bb46e242445103c2acd9717f18ee9c110ee1eca780c364feb8306750647069808802ae31377218071a21990357d64ae014c37b07568641481097772e87d812cb58e840a1c34c08ba0704bb12a9', 926, 43),
	('\xdeb110c9beb195bc3d94ae03590697b041236cd36ff724b70b54a7746a89a63f', '\x28b52ffd44080003fd0c0032dc40197049c000802466f5da62c952002849b29bd2b381100023ba0400a6947b7886362f6bee853446f545210fdf666f73aad6c670a68e5a3823e6e1b5ddc9c117dd6e10494dc7e83777456bbb84a69878badf9ed6e44598584f24a331310f57ea9ee5d56d11d2112e2912dea4569ea47528b656f3242d52927b38e9309f5a5ab525e6613addb3bf6e7fdabb5eeee1ab54210f57beb46ef437493a9afad227e594edcd34936616954ccac3fb1b4a3a16de478826653c5ca647310fe767a53c6ca8fb937bb8924cee61ca9d57ed29de9194876b8e720fff5447ee615c5c210fefd60c1980a04018141c140b8644c021012170281012060f1f8a0184842100612808120805075b283023188c1d1010a769497ac481360927e362366b2964437493739b208613079091cc41f48811885e3b13928b08213403c68077877090520ce18238c38182235c019b7cc2d2c239a2238c3d37aa41cd61ddd80d7bd0f1e080ad02360ed96b88a8f1bbd400628404f12768ed8644adc43533344e46f22021c63ee6e030351e8728f2e0377c1440195cd799cc0f577167d05922f25f56cfc81123d8e0', 1024, 36),
	('\xe56c05f064c9fac2ab2975d2875c529829e3e6e408768513a237b4e592844693', '\x28b52ffd64af0aa50d00d25541215069eb03085c0477dc4fa0868bbeca1730a31973ae7f7ae337c32f1299f96cad01ccbc122f5678d13263c678616652521482245e69252b494a62094bedc5273a37a08b135d4c7fe8479fae138b7671a296a430891527c58925b5202a598a29462546218bc17dbb73852811b25fb63ee882e150f1cda23d348b16594b61b47387ec840e34048e2ea63fbe41847ef4d95ce335fabac1616b3c77f87b67d1221a67d12eec695211254265d4774d2cdad7f31bb6030dd0d753c10d16ed418141b230407f5a81be56b4f9cdf11ac3099401c2e6fc891f5d23d04f74efe8231e16ad7358b48a4198d302ec479f0b2e1d03e135f436fb2dda7eda2f5ad9094fe311e6f76b4cc606390001503c6e136596465157006d0505887698146440c022ff2202f892958259e8380402c5a224283b8d415d4d9268bbed431d01d471b794da9550d4039015018b8c9305000b6b9ca0ec1806b9c26508eb6467c5b88a1f44878d1f3a314a4600564c001de652505c18838e2227d041009d192010c08aab6da1580404659535682b40fd30d816553c8784fa281be542a879d0596818b5f8b938946e42731e6e86a1809a9ae012c23c44534c32d7070c8b', 2991, 40),
	('\x03257d3b0da8f1fe4753424c9ff871694d710601973b8f1ec957d7604ca87d51', '\x28b52ffd4400270105050042491e1d70314e8059c2cb562aff47ae5c84222ba8044e851911ba3afbfaef4d1c47da4d3649965024c5a0836b15f2582403ba0de483ad1733d71f8b5c5f2849310aa722008c878c305f4be67ac6fdf8514d0e927127da727d6358ae471463375df0075b0bb4b82087f1d35433bb9e9d7ad74746b8e839fd98450d3d0d0001d071708e02e82840a3d5e04e8c0362baac000d27603e54c14233012e0ca829e613b82cc182', 551, 7),
	('\x15c5624c5422267cf1857b3074730e545b143f7aeba484f1a1d869d4adebfc6d', '\x28b52ffd4400a901750700e28c1f1890271040950ba10edb89ec2874133e25ef534a9e3f80df6c45cdb66ddd32a7548974acd6ba76b43c99896e5d668dc9472e73d8372953fbd8476373d4cc983136c9e6666f6eda4d95b9431c17de2c33843acba4b2d122336f7e9c78f6b4398eda8b9a9d36a7507b71905030f0602824044880400c041c307100284030083008101a44ce54503d2081df30c010f341422491d108be3a30576b85f0a0b5c47de307cc0587a73a5ce6b85c87c66eac4d0a0cf42646593180e28630d378803888c7ca3e064286c3585ca6018421058e14974989ea78d8311ca28106fe0230904b158266e06d666c999b1a3ca138d3e920', 681, 42),
	('\x5f27d4fb4942b876ec2909f2fb9157ddd8630d62cb822b873e660bf148d5816a', '\x28b52ffd44008f021d0800224b1e1890272692b461ba4822df631c43a64c92b6e7df9533e7a1022db6bed57a2d169badedbb0971cd567c3ea3d3676c4f5263a98f3e29f6979b727cf37933776d4eeccc1162582e6f86688db2bb194b12ad514e2c59c235ea86b42e803a0245428760380483434045019d948a1a65380103073448e8140ea9a0023b20c02218a2ebfb029f1b018fdb311461702683e783b28005584d183cde0373c56070534cc1d7c80de7e3620102ecc077e0003a70757cc2866bda615ccc221bc403bfa62905b8668dc7fdb3b975806f193214d81df2055ce08061643830dc5090c1306ec8e12d6406759a03595373bbb6b18f76ac05c9b9c9f01739e4b7242d63e9834db20e05111d57c2', 911, 42),
	('\x3d7dea56dbe2d0b87eb167a2008104cbc423fcc9c1c7859c3517ad6a64aacb3d', '\x28b52ffd4400e002750c00621a3d1880091880af90f5d820b538490892923271267b076196050833bd9b29df3ad43b6d540a314d56defc494336731bde66064921499973637e4d356645c2a1baa6ea4dcaac11da995bae7493865f3bbbcf4ac5a14152c80fb3e8ea95afb56a59b49a299fc3577cd9a0a48faff86287a5906bd9f9f0f8e70749212dcc22fb9576b38c1e9642ea87a352c8cfc7d7a06bae3878e8a3af37a73411de75260d4be35248baa657dbad3ca39d1b23859cd036480a394f8e4b216498ae6129e4571a96427a39feb3d0aa3a2e857c6cc35288f33315008243c2a0e0e0d080600850484808281c1018105288c2610081011190401c0818120b125a28202320ac1e101068254902f97007d9f7c2c3c529728ce8b848da0465483a4848c00d22474743f4c83321b92801c21e300e783d8e172975101b72c67dd318e1250c421016824b28117a433ade41ed616dfc86bdc624d660b480c122f61a262efc5e3a400021017c09dadc90712b71931f1927247a90d0b18739764ce9c7310a21f8156e4ba00dd6f54ae6c3f5b04e3b58df5afd79020c98b298', 992, 35),
	('\xbbac6b187503c2c706a93e115dfd8af0f9276f1b7e701867155ee277f94db6b8', '\x28b52ffd64fb0acd0d00f29541215069eb03085c0477dc4fa0868bbeca1730a31973ae7f7ae337c32f1299f96cad01cccc78255eacf0a265c68cf1c2cca4a4280449bcd24a569294c41296da8b4f746e401727ba98fed08f3e5d2716ede2442d4961122b4e8a134b6a4154b214538c4a8c421683fb76e70a512264bf6c7dd005c3a1e29b457b68162db296c268e70ed9091d68081c5d4c7f7c8308fde8b3b9c66bf47583c3d678eef0f7cea24534cea25dd8d3a4224a84caa8ef9a58b4afe7376c071aa0afa7821b2cda830283646180feb4027dad68f39be3358613280384cdf9133fba46a09fe8ded1473c2c5ae7b068158330a705d88f3e175c3a06c26be86df65bb4fdb45fb4b2139ec623ccefd7988c0d3a0001503c9433ca0e80a0cdd216ea0aa0ada000d10e93820c0858e45f44005fb252300b1d8740a058940465a731a8ab49126db77da823803aee9652bb128a7a00b222609171b20060618d13941dc32057b80c619decac1857f183e8b0f1432746c908c08a09a0c35c0a8a0b63d051e4043a08a0330304025871b52d148b80a0acb2066d05a81f06dba28ae790501f65a35c08350f3a0b0da3163f1787d24d68cec3cd30145053135c429887688a490622071f96', 3067, 41),
	('\x722009718b645341bda5093e4fe6da33c21fe69c11b6055ca0c5982210edc83e', '\x28b52ffd440099014d0700528c1e1890271040950ba10edb89ec2874133e259f7c4a9e3f80df6c45cdb6edb8654e1925d2b15ac7b5d5f26426bae332474d3e729965dfa44ced63d33eb25963a6a6c626d9f466bb29bc39cadc21d6a50ca132695875de1c64e6cd8f13cfa8bda8f9b45947edc54142c1c083a19010200102311070c0c401a000c1202f20b0421ad303868cdc90014374065e37229547309fe7abd54048d072c07df998375a3c95870bc7c0e2181a3bc3b25d11a0c780519c81a2b81d983937cee1e0339adc34b0c4a0e1e29a1b700e7eddca67ccab8d5dfef0606f0d1263d084924d6cfca44e1b22714c364941a198194a87', 665, 41),
	('\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', '\x28b52ffd44007102550700528a1c1790370ddb915c102f35b5bbf732536e4af2add9588ac101fff74f7bbef38dfaeff7fc9b999ee1338db19a3d366d4bc6df6dedf04cea996b737be7e3cb3ebbf5b522e61aece1552a7595875729e3fd6055ca30fe56803a8222a1632087401c0315073a2915550a398141828884ce91a44205362010030986541e88811be0c68b030be75fed007c6a2d6002bc250ccee4c04d183c6e6ca54061b80ffcc0072bb73b9af8c3b1b83b0879210cbd0d11ae21c2e0e2811134c84599accdc9d02c9c870f23f3c0e78622180c73231cde2033f86854d00bb30e9c0cc3c802200f0ef702071797d8c4f550472ae9bf', 881, 41),
	('\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', '\x28b52ffd4400c002050c0072593b197049c000802466f5da62c952002849b29b52cf0642008a3c04444e93b9be38962137dadba4aa353224aaa316128dc990b55d4ac2976f4788565332ffe8aebcb66b34c5c4b90cc1fb7e7bafcdcb98584fb459c9c66448a5ee595edd96d1675c2b1a6f5b3b4f6b1d8ead153dad65f55c86a40ff3a9a5555b6332c4a77bf6d7edefbdebe732e42a752c432a5f5a47faa3b492a6bef4e9a4b2bd99669a68516d5332647fe4f4b1f04e63530ec990323d8ec9903ced940c31d4fdcd6548a56d2e439c4baf5a4fc990d322b20010140883828362c19008382420040e0542c220430ec50042c21080301404098482045628302318ac1e101868e54802d02509848f0359468c05a261316933a421e210099230881c3d0ad193ce84ec22c3118a0163809763b891924798235e64520b1c0213168a4b28117e433aea418d612dbc87bd8ec9d56028c7c622f70e1350fc2a759c3421295c12b4b0215b2b73cf1c8e10901c24cbd8618e25a6b4e3108d7cfc826f712883d37526e3d7c5fac0eaeb13cd8f815d', 960, 34),
	('\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', '\x28b52ffd64fd0acd0d00e25541215069eb03085c1c774f4ac4a4d4421bcc08a31973ae787ae3b7840e9498d9755803ccbc5875b36285172d2f5e8b17e643b79210a459b54a54d24aaf5ecd5c74626b03aa3851c6fc87c2f8b3b962d12a4ed2d2caa1397127eed5694152a2d24a87d48784288606fddb2b4499900e257384329e7f0bc82c5a04b36811a594c7db3ba42b748021689431ff01d94b288c3f596b38469d37fc630df78e77b059b409a659b4cb72985c4499501915be2a16adf309fdb1030d50e753e10d16ed418101c37b8715a8f3059b90391c7b9e4019de63ed9d08636304dc890d36fa888845db20166db220ccbd000be3cf8597ed4170fe9e4d778bd61d0617adf404a701112674d798cf063b0001503cba1365a7796833401bd62eb415405b4101a21d26051910b0c8bf8800be64a560163a0e8140b1e84a949de6a1ae2649b4ddf6a18e00eab85b4aed5c29ea01c88a8045c6c90280850ba038e30406b070bc32dc75b203625cc50fa2c3c60f9dc82223002b26800e7329282e8c41479113e82080ce0c100860c5d5b6502c0282b2ca1ab415a07e186c8b2a9e434233948d223f6a9e70165a448d312e0ea59bd09c37d930d4048e10e6219a62920190a3faf5', 3069, 41),
	('\x785fe600ef17fc920b8c25ae2c501decdd8899a08a0bdc249a0b8f56005813b8', '\x28b52ffd440089016d0700a28b1d1990b74000406698d02f7a916e0c5b9552faffa7144a8481da058432dbb6e3de9c1ba5d2a95687b5a4f76526bae39b835cb6f24d52dbe5a6f6a9591bd52463860c999a5453b35936e3e659f30e917c37856ed228d269739499362fd338d18ada098b83c28188434111c081444200604105c2406050102f006008901bc680217606deda888c3c828f0fe4abb50602095a3be0bee103f282164f9587cb8e81b5c7d0d833d6661710a0b701a3ac33a0286e1c9869b8011c0ee28ca66d1a0889c1808bcbb801c7c12fdbf5300540c04219252a3e40e6b03508c4206842904da8f84975da4c1267927d19e6133c2b4ab3', 649, 40),
	('\x6e9738b9458c7304b196cd75426c1344055a5a17619c7eea70dc992e6a1178ae', '\x28b52ffd4400b201e5060002ca1b1780b70dd4d0b208d4dd8491d4972425edf7f6c4624ada03f6da77345abd5e1ffbeef4678c987734f7e7141d1adff7bd9b27fefa3ccaef7d7e10fd9c87ae488dc14d83065b31d4dc33d88a9d87b362678d7d06b02428964a06920844325471a8b45661c5901418248a582a1dc92a583020e0c2123303e4028b1ba4e3fa1867046bc6f638d8e00a0df0b6102cc081114670f894c9c06fb81fd8810e566e389ae47048e5eebc08728c7501dec95f70ed5078e0f58195786d6a34d830040e3c6e66c8fd18e0b08803970f4e5c5c8b0f0f5c844be590f231210414fc405143', 690, 40),
	('\x547ad8755f2a7545d6018ab4251462f9e6a6796cd78806b9662990214230d8b8', '\x28b52ffd4400a0029d0b0012993a197049c000802466f5da62c952002849b29bd2b381100023ba0493634469b3b739556b633853472d9c11f3f0daeee4e08b6e3788a4a663f49bbba2b55d42534c947b184ff7dbd39abc0813eb8964a463621eaed43dcbabdb22a423d42545c2dbd626d57dade64f5252927b38e987a94f2dadd7969887e974cffebafd69ef7ab987af52853c5cf92db53a1c7d9298877574b5f43925df9b69497938b368741651c9f63794521e3e3a4979180bef234493321e2ed3a39887f3b3521e36d4fdc93d5c4926f73065cd9001080a8441c141b16048041c12100287022161f0f0a11840481802108682208150704f2830c381ce0011304894e592a001be401e67c302b154124fe08704c3a4046510093d0ad193cc04ff458713ba014b8077a3f84809237c130712b9254ca209cbc4259808bf238ff2a07e4c3274d8d39860708a81370e9c84c5432464689d182440484c5cfb00970c62b803871ff39a5b1e014e34194b42c4c8e2b2503ce80511ab5ad6bf9201a433cc9c', 928, 33),
	('\x500f8262bf72d7c1287f7add22d160d235c888c6a427dbd69b534768f6e20185', '\x28b52ffd4400dc00ed0400f2c81d1e60419c008059c6cbde1220cd9525080b0c011090516abbcf563f95b08a0a47da4d9225184931e8e05a853c16c945b7807cb0f562e6fa6391eb0d25391515301e32c27c2d99eb19f7e347352948c69d68cbf58d61b95e1918bbe9813fd81aa0c505398c9fa69ad9f5ecd4bb3e32c245cfe9c72c6ae8010c0001e8dc6ae73d27a0a3008d0b838b0407c438e660cc872a586826c0850135c57c029e76aecb', 476, 6),
	('\x67aa98ac64ad8754a386fdbc0870f8a7152c3929f73727c8503056dfd61f759e', '\x28b52ffd440079014d0700020c1e1890271040950ba10edb89ec2874132925ef7d4a9e3f80df6c45cdb6edb837e746a974aad5612de97d9989eef8e62097ad7c93d476b9a97d6ad64635c9982143a626d5d46c96cdb879d6bcc62192ef66a6cd42376914e9b4390ab517358d13ada8bd38482818783014120224402006020e983800142018042d006008901bc680217646f9da888c3c828f0fe4abb50602095a3be0bee103f282164f9587cb8e81b5c7d0d833d6661710a0b701a3ac33a0286e1c9869b8011c0ee28ca66d1a0889c1808bcb70031c0cbbe05000042c9451a2e26366e680984cba10b0100817cad0421d4c434c28ff9715c5', 633, 39),
	('\xd87b9196ebf51a75d06c4436a83e5f9fd79613fe2200b760b58323ebea5713a1', '\x28b52ffd44005302750700e2ca1d1890074df299d55ac92788c31c4b669299a4e789a733e7a1022db6bed55a8ac5666bbbdca466e72c874f17e3675e9296a2d5479f9c3d6d33ffdddcf1cda799bb67f317420c8f1c79e615ada06d86680d65a5846ba844d2ba00ea0818099d8370088a732063804e4a460d453801030554247406855450013320d042a23a0ffb029b1b818fdb311432380667e2c14b2bdc00ab89c1193d3017069f9be229501c2e0776e00723371d4d78b82ab80b39d219f36d2cb3e498c3763c9ca63dee9f8d9b47f52d783b641f7c1819073e370accfd18e1b0ecc030071de7c03c0e91040fd8d98103303c3c37936c41012a01e660', 851, 39),
	('\x6ab0e9dc0a40906ff0714b469f7f5d9bd48cf5b4ebb10bb8c4472c77df308354', '\x28b52ffd440080023d0b00829839197049c000802466f5da62c952002849b29bd2b381100023ba049363649436863375d4c219310fafed4e0ebee87683486a3a46bfb92b5adb2534c544b987f174bf3dadc98b30b19e48463a26e6e14addb3bcba2d423a425d5224bc6d6d92d6e1d76a9254eee12225b987937e98fad4d27a6d8979984ef7ecafdb9ff6ae977bf82a55c8c395df52abc3d1278979584737f5a54fb98729a7e41eb6bd99969487338b466711956c7f4329e5e1a3939487b1f03e423429e3e132d5a39887f3b3521e36ac193200418130283828160c8980430242e05020240c1e3e140308094300c2501024100a0e4a2840c309630611304cd5a345620d0095d863f7983494d4a9c31c2144c412c8e3201ac278a2273913de8b1048ce064c04bc8f6020a58fb14fbce8c494f088252c02977022fc9a740083fa31f9b86137638283331e69e8c4289964440eede923440989806b19e49c69dc3b9acc3d098748c6927dc5403ac341a6acf5674fbb59dc08', 896, 32),
	('\xf580943817e55bff39810f3498decfd3a30e201ec653f7ba3e9f737a9d3a07dd', '\x28b52ffd64000b750d00a29540215069f400456c8a49164f458b2c512ee574bb210baa2fdf58b90107676306118401ccecb8adc56d699cf0aa65c7ceb1c2bcac95b0e3e0d690862c2559885b2f4e684268488d91f4d32becc4aa6d8c306525cb3a98172fe616831e554cfa243ad37becfa2d1f410a48b1eb810fac5a02c4c0aa550e863476b8b630642dac01bf1dfac1a40feda7af9d8410b9543cb36a1d66d51ead211d7a88145bf1ea3f467c911f5243ca071d9a3f2123d0d084df2485e9acdac659b52d891a3a8376221998439310aa2ba4c4aafd279ff4d3eb838bc8a4d80b2edf223ac3e337abf6619a55abb883792dc0fef49ae0144605b1a5bfda71d536f47ed5d23680165f50bfe3a2461b390001503c0600ca4ef3d066006dd844a0ed624b5464fc089e800103e8a8b3328a615250000183fc8b08e04b560a66a1e31008148bae44d9c951d4d524196d07d05680b66e4d6a57b2500f4056042c10481380e009183080c638194e4a32076232c50f4687013a686c505c80e27359e82080062681f950050b95478d84e108a0c306081417a0839a4071650d4579188a22445094f61c1292300f655e46c09cfbc16c19c5636b8a4906a259ed02', 3072, 41);

-- Data for Name: decision; Type: TABLE DATA; Schema: public; Owner: -

INSERT INTO public.decision OVERRIDING SYSTEM VALUE VALUES
	(1, 3, 'discard', 'office', 'the table is empty', '2026-11-26 11:39:35.523202+00'),
	(2, 5, 'resend', 'office', 'back to Wednesday', '2026-11-26 11:39:36.092336+00'),
	(3, 5, 'approve', 'office', 'asked for by the counselor', '2026-11-26 11:39:36.247095+00'),
	(4, 6, 'supersede', 'publish', 'publication 7', '2026-11-26 11:39:37.01004+00'),
	(5, 9, 'approve', 'office', 'the first', '2026-11-26 11:39:37.889162+00'),
	(6, 10, 'approve', 'office', 'it is so', '2026-11-26 11:39:38.428117+00'),
	(7, 11, 'approve', 'office', 'the first', '2026-11-26 11:39:38.94297+00'),
	(8, 13, 'approve', 'office', 'the first', '2026-11-26 11:39:39.456778+00'),
	(9, 15, 'approve', 'office', 'the first', '2026-11-26 11:39:39.97362+00'),
	(10, 17, 'approve', 'office', 'the first', '2026-11-26 11:39:40.538166+00'),
	(11, 19, 'approve', 'office', 'the first', '2026-11-26 11:39:41.10626+00'),
	(12, 21, 'approve', 'office', 'the first', '2026-11-26 11:39:41.659636+00'),
	(13, 23, 'approve', 'office', 'the first', '2026-11-26 11:39:42.184108+00'),
	(14, 25, 'approve', 'office', 'the first', '2026-11-26 11:39:42.729335+00');

-- Data for Name: delivery; Type: TABLE DATA; Schema: public; Owner: -

INSERT INTO public.delivery OVERRIDING SYSTEM VALUE VALUES
	(1, 'HBZDQLMKDJ5SACJ4MWEKRI3K6G', 1, NULL, 1, '2026-11-26 11:39:34.591425+00', '2026-11-26 11:39:34.591425+00', 'delivered', NULL),
	(2, 'FKDMDKWZOPEPNECPLS4ANIHUU4', 2, NULL, 2, '2026-11-26 11:39:35.022231+00', '2026-11-26 11:39:35.048156+00', 'delivered', 'SHA256:Z0k+phaF/0fsw5vIQW30pTqkLNHgI2BitcXlWrxFdhU'),
	(3, 'C5FL5KT4RYMMVNSDCPXSTMIMIA', 4, NULL, 5, '2026-11-26 11:39:35.902016+00', '2026-11-26 11:39:35.930179+00', 'delivered', 'SHA256:Z0k+phaF/0fsw5vIQW30pTqkLNHgI2BitcXlWrxFdhU'),
	(4, 'H6CGWX2KG4TAWYOY5HZL744ZKC', 5, 3, 7, '2026-11-26 11:39:36.261596+00', '2026-11-26 11:39:36.292057+00', 'delivered', 'SHA256:Z0k+phaF/0fsw5vIQW30pTqkLNHgI2BitcXlWrxFdhU'),
	(5, 'O7GR2UJCQXSFMGSSCRS75CNCLJ', 7, NULL, 9, '2026-11-26 11:39:37.024074+00', '2026-11-26 11:39:37.050863+00', 'delivered', 'SHA256:Z0k+phaF/0fsw5vIQW30pTqkLNHgI2BitcXlWrxFdhU'),
	(6, '45QUU4JEOOZOP3IAOVWAFVFBCY', 9, 5, 12, '2026-11-26 11:39:37.904584+00', '2026-11-26 11:39:37.935334+00', 'delivered', 'SHA256:Z0k+phaF/0fsw5vIQW30pTqkLNHgI2BitcXlWrxFdhU'),
	(7, 'KWZDRZYGQL2HGTY4XET3Q3GBSC', 11, 7, 16, '2026-11-26 11:39:38.95361+00', '2026-11-26 11:39:38.980391+00', 'delivered', 'SHA256:Z0k+phaF/0fsw5vIQW30pTqkLNHgI2BitcXlWrxFdhU'),
	(8, 'QAR4S3FQYJ5QXYOPRAOFKN5MQZ', 13, 8, 19, '2026-11-26 11:39:39.474319+00', '2026-11-26 11:39:39.50145+00', 'delivered', 'SHA256:Z0k+phaF/0fsw5vIQW30pTqkLNHgI2BitcXlWrxFdhU'),
	(9, 'W5OPSEXHH7FZL5WRQ4IMV4VB75', 15, 9, 22, '2026-11-26 11:39:39.986975+00', '2026-11-26 11:39:40.015773+00', 'delivered', 'SHA256:Z0k+phaF/0fsw5vIQW30pTqkLNHgI2BitcXlWrxFdhU'),
	(10, 'YLWSZUSCI6FRFOFCEXS3DJV7OO', 16, NULL, 23, '2026-11-26 11:39:40.194725+00', '2026-11-26 11:39:40.201231+00', 'failed', 'SHA256:Z0k+phaF/0fsw5vIQW30pTqkLNHgI2BitcXlWrxFdhU'),
	(11, 'NUINPOHL6KRTI5TKTXFJQMGEIA', 17, 10, 25, '2026-11-26 11:39:40.552032+00', '2026-11-26 11:39:40.581068+00', 'delivered', 'SHA256:Z0k+phaF/0fsw5vIQW30pTqkLNHgI2BitcXlWrxFdhU'),
	(12, 'ZZJMCPALC2GLQ536UOTR37LM6B', 18, NULL, 26, '2026-11-26 11:39:40.768141+00', '2026-11-26 11:39:40.795492+00', 'partial', 'SHA256:Z0k+phaF/0fsw5vIQW30pTqkLNHgI2BitcXlWrxFdhU'),
	(13, '2IGQ3LLU6AMHDRMBVG2CXUUC2S', 19, 11, 28, '2026-11-26 11:39:41.120848+00', '2026-11-26 11:39:41.146919+00', 'delivered', 'SHA256:Z0k+phaF/0fsw5vIQW30pTqkLNHgI2BitcXlWrxFdhU'),
	(14, '4YOBFG4B7EMGSTDQNE7D4NK6NO', 20, NULL, 29, '2026-11-26 11:39:41.315754+00', '2026-11-26 11:39:41.339676+00', 'unknown', 'SHA256:Z0k+phaF/0fsw5vIQW30pTqkLNHgI2BitcXlWrxFdhU'),
	(15, '6RATORWBTOSIRLDRFGEKTIQRPU', 21, 12, 31, '2026-11-26 11:39:41.671985+00', '2026-11-26 11:39:41.697768+00', 'delivered', 'SHA256:Z0k+phaF/0fsw5vIQW30pTqkLNHgI2BitcXlWrxFdhU'),
	(16, 'UUXXRKADR6F6J2IWGBSQ3SL43P', 22, NULL, 32, '2026-11-26 11:39:41.879112+00', NULL, NULL, NULL),
	(17, '7ETSCUDBPPEUQYURVU5GCYXYTS', 23, 13, 34, '2026-11-26 11:39:42.19583+00', '2026-11-26 11:39:42.225301+00', 'delivered', 'SHA256:Z0k+phaF/0fsw5vIQW30pTqkLNHgI2BitcXlWrxFdhU'),
	(18, 'GWJDEXBI7VRJ4MHVUTIX2O5LQI', 24, NULL, 35, '2026-11-26 11:39:42.405437+00', NULL, NULL, NULL),
	(19, 'FEVL27BN6NPWAI5TOHGKSKKORY', 25, 14, 37, '2026-11-26 11:39:42.742513+00', '2026-11-26 11:39:42.773645+00', 'delivered', 'SHA256:Z0k+phaF/0fsw5vIQW30pTqkLNHgI2BitcXlWrxFdhU'),
	(20, 'KJVVZFRX6KEMDCJIF26ZSN3YPF', 26, NULL, 38, '2026-11-26 11:39:42.944498+00', NULL, NULL, NULL);

-- Data for Name: delivery_file; Type: TABLE DATA; Schema: public; Owner: -

INSERT INTO public.delivery_file VALUES
	(1, 1, 'attendance_percentage.csv', '\x47017022563f2f77c2a059ac4f0559464ed79d7a2803afd35c35764852601771', 'attendance_percentage.csv', '2026-11-26 11:39:34.591425+00', '2026-11-26 11:39:34.591425+00', 'adopted'),
	(1, 2, 'gpa.csv', '\xd5845163c54ec902bb9e9e1909b8219653676d3f9f081e1e2f369e36736b3965', 'gpa.csv', '2026-11-26 11:39:34.591425+00', '2026-11-26 11:39:34.591425+00', 'adopted'),
	(1, 3, 'student_tags.csv', '\x99f05e1243026a658f261ec9106bae7b9f872010a29e755b6792518258d36d12', 'student_tags.csv', '2026-11-26 11:39:34.591425+00', '2026-11-26 11:39:34.591425+00', 'adopted'),
	(7, 3, 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', '.student_tags.csv.7.part', '2026-11-26 11:39:38.971883+00', '2026-11-26 11:39:38.979412+00', 'hash'),
	(2, 1, 'attendance_percentage.csv', '\xe8d6a7ff9ba6c85f2276ea45e2860ed20cacdcd3869892382e0a05a9b95dbcde', '.attendance_percentage.csv.2.part', '2026-11-26 11:39:35.029032+00', '2026-11-26 11:39:35.041982+00', 'hash'),
	(2, 2, 'gpa.csv', '\xdeb110c9beb195bc3d94ae03590697b041236cd36ff724b70b54a7746a89a63f', '.gpa.csv.2.part', '2026-11-26 11:39:35.03438+00', '2026-11-26 11:39:35.04488+00', 'hash'),
	(2, 3, 'student_tags.csv', '\xe56c05f064c9fac2ab2975d2875c529829e3e6e408768513a237b4e592844693', '.student_tags.csv.2.part', '2026-11-26 11:39:35.039972+00', '2026-11-26 11:39:35.047156+00', 'hash'),
	(14, 3, 'student_tags.csv', '\xf580943817e55bff39810f3498decfd3a30e201ec653f7ba3e9f737a9d3a07dd', '.student_tags.csv.14.part', '2026-11-26 11:39:41.334378+00', NULL, 'hash'),
	(12, 2, 'gpa.csv', '\x6ab0e9dc0a40906ff0714b469f7f5d9bd48cf5b4ebb10bb8c4472c77df308354', '.gpa.csv.12.part', '2026-11-26 11:39:40.781016+00', NULL, 'hash'),
	(3, 1, 'attendance_percentage.csv', '\x5f27d4fb4942b876ec2909f2fb9157ddd8630d62cb822b873e660bf148d5816a', '.attendance_percentage.csv.3.part', '2026-11-26 11:39:35.909459+00', '2026-11-26 11:39:35.923285+00', 'hash'),
	(3, 2, 'gpa.csv', '\x3d7dea56dbe2d0b87eb167a2008104cbc423fcc9c1c7859c3517ad6a64aacb3d', '.gpa.csv.3.part', '2026-11-26 11:39:35.915391+00', '2026-11-26 11:39:35.926594+00', 'hash'),
	(3, 3, 'student_tags.csv', '\xbbac6b187503c2c706a93e115dfd8af0f9276f1b7e701867155ee277f94db6b8', '.student_tags.csv.3.part', '2026-11-26 11:39:35.920354+00', '2026-11-26 11:39:35.928978+00', 'hash'),
	(12, 3, 'student_tags.csv', '\xf580943817e55bff39810f3498decfd3a30e201ec653f7ba3e9f737a9d3a07dd', '.student_tags.csv.12.part', '2026-11-26 11:39:40.785545+00', NULL, 'hash'),
	(8, 1, 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', '.attendance_percentage.csv.8.part', '2026-11-26 11:39:39.482489+00', '2026-11-26 11:39:39.495004+00', 'hash'),
	(8, 2, 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', '.gpa.csv.8.part', '2026-11-26 11:39:39.488911+00', '2026-11-26 11:39:39.498433+00', 'hash'),
	(4, 1, 'attendance_percentage.csv', '\xe8d6a7ff9ba6c85f2276ea45e2860ed20cacdcd3869892382e0a05a9b95dbcde', '.attendance_percentage.csv.4.part', '2026-11-26 11:39:36.270257+00', '2026-11-26 11:39:36.284287+00', 'hash'),
	(4, 2, 'gpa.csv', '\xdeb110c9beb195bc3d94ae03590697b041236cd36ff724b70b54a7746a89a63f', '.gpa.csv.4.part', '2026-11-26 11:39:36.27679+00', '2026-11-26 11:39:36.288391+00', 'hash'),
	(4, 3, 'student_tags.csv', '\xe56c05f064c9fac2ab2975d2875c529829e3e6e408768513a237b4e592844693', '.student_tags.csv.4.part', '2026-11-26 11:39:36.280953+00', '2026-11-26 11:39:36.291023+00', 'hash'),
	(8, 3, 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', '.student_tags.csv.8.part', '2026-11-26 11:39:39.492845+00', '2026-11-26 11:39:39.499916+00', 'hash'),
	(5, 1, 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', '.attendance_percentage.csv.5.part', '2026-11-26 11:39:37.030942+00', '2026-11-26 11:39:37.043893+00', 'hash'),
	(5, 2, 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', '.gpa.csv.5.part', '2026-11-26 11:39:37.036027+00', '2026-11-26 11:39:37.047083+00', 'hash'),
	(5, 3, 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', '.student_tags.csv.5.part', '2026-11-26 11:39:37.041118+00', '2026-11-26 11:39:37.04987+00', 'hash'),
	(12, 1, 'attendance_percentage.csv', '\xd87b9196ebf51a75d06c4436a83e5f9fd79613fe2200b760b58323ebea5713a1', '.attendance_percentage.csv.12.part', '2026-11-26 11:39:40.775643+00', '2026-11-26 11:39:40.788016+00', 'hash'),
	(6, 1, 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', '.attendance_percentage.csv.6.part', '2026-11-26 11:39:37.915105+00', '2026-11-26 11:39:37.929235+00', 'hash'),
	(6, 2, 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', '.gpa.csv.6.part', '2026-11-26 11:39:37.921711+00', '2026-11-26 11:39:37.932388+00', 'hash'),
	(6, 3, 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', '.student_tags.csv.6.part', '2026-11-26 11:39:37.926709+00', '2026-11-26 11:39:37.934431+00', 'hash'),
	(9, 1, 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', '.attendance_percentage.csv.9.part', '2026-11-26 11:39:39.995402+00', '2026-11-26 11:39:40.008309+00', 'hash'),
	(7, 1, 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', '.attendance_percentage.csv.7.part', '2026-11-26 11:39:38.962638+00', '2026-11-26 11:39:38.974514+00', 'hash'),
	(7, 2, 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', '.gpa.csv.7.part', '2026-11-26 11:39:38.967179+00', '2026-11-26 11:39:38.977614+00', 'hash'),
	(9, 2, 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', '.gpa.csv.9.part', '2026-11-26 11:39:40.001151+00', '2026-11-26 11:39:40.01151+00', 'hash'),
	(9, 3, 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', '.student_tags.csv.9.part', '2026-11-26 11:39:40.006176+00', '2026-11-26 11:39:40.014249+00', 'hash'),
	(10, 1, 'attendance_percentage.csv', '\xd87b9196ebf51a75d06c4436a83e5f9fd79613fe2200b760b58323ebea5713a1', '.attendance_percentage.csv.10.part', NULL, NULL, NULL),
	(10, 2, 'gpa.csv', '\x6ab0e9dc0a40906ff0714b469f7f5d9bd48cf5b4ebb10bb8c4472c77df308354', '.gpa.csv.10.part', NULL, NULL, NULL),
	(10, 3, 'student_tags.csv', '\xf580943817e55bff39810f3498decfd3a30e201ec653f7ba3e9f737a9d3a07dd', '.student_tags.csv.10.part', NULL, NULL, NULL),
	(14, 1, 'attendance_percentage.csv', '\xd87b9196ebf51a75d06c4436a83e5f9fd79613fe2200b760b58323ebea5713a1', '.attendance_percentage.csv.14.part', '2026-11-26 11:39:41.323935+00', '2026-11-26 11:39:41.336541+00', 'hash'),
	(11, 1, 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', '.attendance_percentage.csv.11.part', '2026-11-26 11:39:40.560625+00', '2026-11-26 11:39:40.574196+00', 'hash'),
	(11, 2, 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', '.gpa.csv.11.part', '2026-11-26 11:39:40.565878+00', '2026-11-26 11:39:40.577932+00', 'hash'),
	(11, 3, 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', '.student_tags.csv.11.part', '2026-11-26 11:39:40.571125+00', '2026-11-26 11:39:40.579805+00', 'hash'),
	(13, 1, 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', '.attendance_percentage.csv.13.part', '2026-11-26 11:39:41.129575+00', '2026-11-26 11:39:41.141265+00', 'hash'),
	(13, 2, 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', '.gpa.csv.13.part', '2026-11-26 11:39:41.134633+00', '2026-11-26 11:39:41.144173+00', 'hash'),
	(13, 3, 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', '.student_tags.csv.13.part', '2026-11-26 11:39:41.139017+00', '2026-11-26 11:39:41.145758+00', 'hash'),
	(14, 2, 'gpa.csv', '\x6ab0e9dc0a40906ff0714b469f7f5d9bd48cf5b4ebb10bb8c4472c77df308354', '.gpa.csv.14.part', '2026-11-26 11:39:41.329603+00', NULL, 'hash'),
	(16, 3, 'student_tags.csv', '\xf580943817e55bff39810f3498decfd3a30e201ec653f7ba3e9f737a9d3a07dd', '.student_tags.csv.16.part', NULL, NULL, NULL),
	(16, 1, 'attendance_percentage.csv', '\xd87b9196ebf51a75d06c4436a83e5f9fd79613fe2200b760b58323ebea5713a1', '.attendance_percentage.csv.16.part', '2026-11-26 11:39:41.885669+00', NULL, 'hash'),
	(15, 1, 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', '.attendance_percentage.csv.15.part', '2026-11-26 11:39:41.680166+00', '2026-11-26 11:39:41.690957+00', 'hash'),
	(15, 2, 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', '.gpa.csv.15.part', '2026-11-26 11:39:41.685453+00', '2026-11-26 11:39:41.69429+00', 'hash'),
	(15, 3, 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', '.student_tags.csv.15.part', '2026-11-26 11:39:41.688453+00', '2026-11-26 11:39:41.696541+00', 'hash'),
	(16, 2, 'gpa.csv', '\x6ab0e9dc0a40906ff0714b469f7f5d9bd48cf5b4ebb10bb8c4472c77df308354', '.gpa.csv.16.part', '2026-11-26 11:39:41.891326+00', NULL, 'hash'),
	(17, 2, 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', '.gpa.csv.17.part', '2026-11-26 11:39:42.209935+00', '2026-11-26 11:39:42.221449+00', 'hash'),
	(17, 3, 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', '.student_tags.csv.17.part', '2026-11-26 11:39:42.214648+00', '2026-11-26 11:39:42.223693+00', 'hash'),
	(17, 1, 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', '.attendance_percentage.csv.17.part', '2026-11-26 11:39:42.203911+00', '2026-11-26 11:39:42.217521+00', 'hash'),
	(18, 2, 'gpa.csv', '\x6ab0e9dc0a40906ff0714b469f7f5d9bd48cf5b4ebb10bb8c4472c77df308354', '.gpa.csv.18.part', '2026-11-26 11:39:42.419469+00', NULL, 'hash'),
	(18, 3, 'student_tags.csv', '\xf580943817e55bff39810f3498decfd3a30e201ec653f7ba3e9f737a9d3a07dd', '.student_tags.csv.18.part', '2026-11-26 11:39:42.424544+00', NULL, 'hash'),
	(18, 1, 'attendance_percentage.csv', '\xd87b9196ebf51a75d06c4436a83e5f9fd79613fe2200b760b58323ebea5713a1', '.attendance_percentage.csv.18.part', '2026-11-26 11:39:42.413537+00', '2026-11-26 11:39:42.427871+00', 'hash'),
	(19, 3, 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', '.student_tags.csv.19.part', '2026-11-26 11:39:42.764069+00', '2026-11-26 11:39:42.772551+00', 'hash'),
	(19, 2, 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', '.gpa.csv.19.part', '2026-11-26 11:39:42.758199+00', '2026-11-26 11:39:42.770944+00', 'hash'),
	(19, 1, 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', '.attendance_percentage.csv.19.part', '2026-11-26 11:39:42.751203+00', '2026-11-26 11:39:42.767342+00', 'hash'),
	(20, 2, 'gpa.csv', '\x6ab0e9dc0a40906ff0714b469f7f5d9bd48cf5b4ebb10bb8c4472c77df308354', '.gpa.csv.20.part', '2026-11-26 11:39:42.956382+00', NULL, 'hash'),
	(20, 3, 'student_tags.csv', '\xf580943817e55bff39810f3498decfd3a30e201ec653f7ba3e9f737a9d3a07dd', '.student_tags.csv.20.part', '2026-11-26 11:39:42.960883+00', NULL, 'hash'),
	(20, 1, 'attendance_percentage.csv', '\xd87b9196ebf51a75d06c4436a83e5f9fd79613fe2200b760b58323ebea5713a1', '.attendance_percentage.csv.20.part', '2026-11-26 11:39:42.951704+00', '2026-11-26 11:39:42.963925+00', 'hash');

-- Data for Name: goose_db_version; Type: TABLE DATA; Schema: public; Owner: -

INSERT INTO public.goose_db_version VALUES
	(1, 0, true, '2026-11-26 11:39:33.61488'),
	(2, 1, true, '2026-11-26 11:39:33.630076'),
	(3, 2, true, '2026-11-26 11:39:33.664159');

-- Data for Name: leaver; Type: TABLE DATA; Schema: public; Owner: -

INSERT INTO public.leaver VALUES
	(2, 219, '100413', 2, 11, 17),
	(4, 215, '100399', 2, 10, 19),
	(6, 213, '100392', 2, 10, 17),
	(8, 211, '100385', 2, 11, 17),
	(10, 207, '100371', 2, 12, 18);

-- Data for Name: pin; Type: TABLE DATA; Schema: public; Owner: -

INSERT INTO public.pin VALUES
	(2, 'state report', 'office', '2026-11-26 11:39:34.854209+00');

-- Data for Name: publication; Type: TABLE DATA; Schema: public; Owner: -

INSERT INTO public.publication VALUES
	(1, 'HBZDQLMKDJ5SACJ4MWEKRI3K6G', 'adopt', NULL, 1, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{}', '(devel)', 'school@sftp.example.org:22/automated', '\x484d8abc11493862dbe6417be7458e03e20e53d7ae0aef9e8bad49c2c5f42a5f', '{}', '{}', 'pass', 'null', 'null', '2026-11-26 11:39:34.559268+00'),
	(2, 'FKDMDKWZOPEPNECPLS4ANIHUU4', 'plan', NULL, 2, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/automated', '\x94308efc63cd32f00363305e14490b3bd374d1e8bd8b11507aed0ec973bb06f1', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'pass', 'null', 'null', '2026-11-26 11:39:34.988494+00'),
	(3, 'OQKR3WGZHLOS2KXFVFEAVCM4XW', 'plan', NULL, 3, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/automated', '\x94308efc63cd32f00363305e14490b3bd374d1e8bd8b11507aed0ec973bb06f1', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'hold', '[{"limit":"vanished","unit":"tag EL","says":"tag EL: none of 3 rows remain"},{"limit":"vanished","unit":"tag IEP","says":"tag IEP: none of 11 rows remain"},{"limit":"vanished","unit":"tag LI","says":"tag LI: none of 19 rows remain"},{"limit":"vanished","unit":"school 19, file tags","says":"school 19, file tags: none of 10 rows remain"},{"limit":"lost","unit":"tag IEP","says":"tag IEP: 11 of 11 rows lost (100 %); the limit is 5 %"},{"limit":"lost","unit":"tag LI","says":"tag LI: 19 of 19 rows lost (100 %); the limit is 5 %"}]', '[{"limit":"lost","unit":"tag EL","says":"tag EL: 3 of 3 rows lost (100 %); the limit is 5 %"},{"limit":"cumulative","unit":"file tags","says":"file tags: 7 rows are 33 fewer than the most in the last 2 deliveries, 40 (82 %); the limit is 100 %"},{"limit":"cumulative","unit":"tag EL","says":"tag EL: 0 rows are 3 fewer than the most in the last 2 deliveries, 3 (100.0 %); the limit is 100 %"},{"limit":"cumulative","unit":"tag IEP","says":"tag IEP: 0 rows are 11 fewer than the most in the last 2 deliveries, 11 (100.0 %); the limit is 100 %"},{"limit":"cumulative","unit":"tag LI","says":"tag LI: 0 rows are 19 fewer than the most in the last 2 deliveries, 19 (100.0 %); the limit is 100 %"}]', '2026-11-26 11:39:35.353839+00'),
	(4, 'C5FL5KT4RYMMVNSDCPXSTMIMIA', 'plan', NULL, 4, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/automated', '\x15c5624c5422267cf1857b3074730e545b143f7aeba484f1a1d869d4adebfc6d', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'pass', 'null', 'null', '2026-11-26 11:39:35.871403+00'),
	(9, 'HFDRIPGM6UWVRZC5PDKITWYTL3', 'plan', NULL, 6, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/approved', '\x722009718b645341bda5093e4fe6da33c21fe69c11b6055ca0c5982210edc83e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'hold', '[{"limit":"baseline","unit":"file attendance","says":"file attendance: nothing is known to be live as attendance_percentage.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file gpa","says":"file gpa: nothing is known to be live as gpa.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file tags","says":"file tags: nothing is known to be live as student_tags.csv, so nobody can say what this changes"}]', 'null', '2026-11-26 11:39:37.723755+00'),
	(5, '3VC2IA67OAVLJXENWRZSKK35ZF', 'resend', 2, 2, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/automated', '\x94308efc63cd32f00363305e14490b3bd374d1e8bd8b11507aed0ec973bb06f1', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'hold', '[{"limit":"older","unit":"file attendance","says":"file attendance: snapshot 2 is older than snapshot 4, which is live"},{"limit":"older","unit":"file gpa","says":"file gpa: snapshot 2 is older than snapshot 4, which is live"},{"limit":"older","unit":"file tags","says":"file tags: snapshot 2 is older than snapshot 4, which is live"}]', 'null', '2026-11-26 11:39:36.061878+00'),
	(6, 'ZKWVMZUQZW2EDBNITIMES3VYIK', 'plan', NULL, 5, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/automated', '\x15c5624c5422267cf1857b3074730e545b143f7aeba484f1a1d869d4adebfc6d', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'hold', '[{"limit":"vanished","unit":"tag EL","says":"tag EL: none of 3 rows remain"},{"limit":"vanished","unit":"tag IEP","says":"tag IEP: none of 11 rows remain"},{"limit":"vanished","unit":"tag LI","says":"tag LI: none of 19 rows remain"},{"limit":"vanished","unit":"school 19, file tags","says":"school 19, file tags: none of 10 rows remain"},{"limit":"lost","unit":"tag IEP","says":"tag IEP: 11 of 11 rows lost (100 %); the limit is 5 %"},{"limit":"lost","unit":"tag LI","says":"tag LI: 19 of 19 rows lost (100 %); the limit is 5 %"}]', '[{"limit":"lost","unit":"tag EL","says":"tag EL: 3 of 3 rows lost (100 %); the limit is 5 %"},{"limit":"cumulative","unit":"file tags","says":"file tags: 7 rows are 33 fewer than the most in the last 1 deliveries, 40 (82 %); the limit is 100 %"},{"limit":"cumulative","unit":"tag EL","says":"tag EL: 0 rows are 3 fewer than the most in the last 1 deliveries, 3 (100.0 %); the limit is 100 %"},{"limit":"cumulative","unit":"tag IEP","says":"tag IEP: 0 rows are 11 fewer than the most in the last 1 deliveries, 11 (100.0 %); the limit is 100 %"},{"limit":"cumulative","unit":"tag LI","says":"tag LI: 0 rows are 19 fewer than the most in the last 1 deliveries, 19 (100.0 %); the limit is 100 %"}]', '2026-11-26 11:39:36.60966+00'),
	(7, 'O7GR2UJCQXSFMGSSCRS75CNCLJ', 'plan', NULL, 6, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/automated', '\x722009718b645341bda5093e4fe6da33c21fe69c11b6055ca0c5982210edc83e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'pass', 'null', 'null', '2026-11-26 11:39:36.992987+00'),
	(8, 'LTWX222PQURZKJVX7JUG2MSF26', 'plan', NULL, 7, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/automated', '\x722009718b645341bda5093e4fe6da33c21fe69c11b6055ca0c5982210edc83e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'hold', '[{"limit":"vanished","unit":"tag EL","says":"tag EL: none of 3 rows remain"},{"limit":"vanished","unit":"tag IEP","says":"tag IEP: none of 13 rows remain"},{"limit":"vanished","unit":"tag LI","says":"tag LI: none of 18 rows remain"},{"limit":"vanished","unit":"school 19, file tags","says":"school 19, file tags: none of 10 rows remain"},{"limit":"lost","unit":"tag IEP","says":"tag IEP: 13 of 13 rows lost (100 %); the limit is 5 %"},{"limit":"lost","unit":"tag LI","says":"tag LI: 18 of 18 rows lost (100 %); the limit is 5 %"}]', '[{"limit":"lost","unit":"tag EL","says":"tag EL: 3 of 3 rows lost (100 %); the limit is 5 %"},{"limit":"cumulative","unit":"file tags","says":"file tags: 7 rows are 34 fewer than the most in the last 2 deliveries, 41 (83 %); the limit is 100 %"},{"limit":"cumulative","unit":"tag EL","says":"tag EL: 0 rows are 3 fewer than the most in the last 2 deliveries, 3 (100.0 %); the limit is 100 %"},{"limit":"cumulative","unit":"tag IEP","says":"tag IEP: 0 rows are 13 fewer than the most in the last 2 deliveries, 13 (100.0 %); the limit is 100 %"},{"limit":"cumulative","unit":"tag LI","says":"tag LI: 0 rows are 19 fewer than the most in the last 2 deliveries, 19 (100.0 %); the limit is 100 %"}]', '2026-11-26 11:39:37.355537+00'),
	(10, 'FXTN6KZEBIBO554HBXMRRG2HD4', 'plan', NULL, 9, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/approved', '\x785fe600ef17fc920b8c25ae2c501decdd8899a08a0bdc249a0b8f56005813b8', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'hold', '[{"limit":"vanished","unit":"tag EL","says":"tag EL: none of 3 rows remain"},{"limit":"vanished","unit":"tag IEP","says":"tag IEP: none of 13 rows remain"},{"limit":"vanished","unit":"tag LI","says":"tag LI: none of 18 rows remain"},{"limit":"vanished","unit":"school 19, file tags","says":"school 19, file tags: none of 10 rows remain"},{"limit":"lost","unit":"tag IEP","says":"tag IEP: 13 of 13 rows lost (100 %); the limit is 5 %"},{"limit":"lost","unit":"tag LI","says":"tag LI: 17 of 18 rows lost (94 %); the limit is 5 %"}]', '[{"limit":"lost","unit":"tag EL","says":"tag EL: 3 of 3 rows lost (100 %); the limit is 5 %"},{"limit":"cumulative","unit":"file tags","says":"file tags: 6 rows are 35 fewer than the most in the last 1 deliveries, 41 (85 %); the limit is 100 %"},{"limit":"cumulative","unit":"tag EL","says":"tag EL: 0 rows are 3 fewer than the most in the last 1 deliveries, 3 (100.0 %); the limit is 100 %"},{"limit":"cumulative","unit":"tag IEP","says":"tag IEP: 0 rows are 13 fewer than the most in the last 1 deliveries, 13 (100.0 %); the limit is 100 %"},{"limit":"cumulative","unit":"tag LI","says":"tag LI: 0 rows are 18 fewer than the most in the last 1 deliveries, 18 (100.0 %); the limit is 100 %"}]', '2026-11-26 11:39:38.252373+00'),
	(11, 'ZF52TNU3NPISHRVIVZLEBL2FNA', 'plan', NULL, 6, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/planned', '\x722009718b645341bda5093e4fe6da33c21fe69c11b6055ca0c5982210edc83e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'hold', '[{"limit":"baseline","unit":"file attendance","says":"file attendance: nothing is known to be live as attendance_percentage.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file gpa","says":"file gpa: nothing is known to be live as gpa.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file tags","says":"file tags: nothing is known to be live as student_tags.csv, so nobody can say what this changes"}]', 'null', '2026-11-26 11:39:38.770129+00'),
	(12, 'RUIXXXDF2G4PLCI6WQANRWZKPE', 'plan', NULL, 10, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/planned', '\x67aa98ac64ad8754a386fdbc0870f8a7152c3929f73727c8503056dfd61f759e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'pass', 'null', 'null', '2026-11-26 11:39:39.111458+00'),
	(13, '43QIBEXGVFKAN4AG3FYNTT5MJL', 'plan', NULL, 6, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/paused', '\x722009718b645341bda5093e4fe6da33c21fe69c11b6055ca0c5982210edc83e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'hold', '[{"limit":"baseline","unit":"file attendance","says":"file attendance: nothing is known to be live as attendance_percentage.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file gpa","says":"file gpa: nothing is known to be live as gpa.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file tags","says":"file tags: nothing is known to be live as student_tags.csv, so nobody can say what this changes"}]', 'null', '2026-11-26 11:39:39.277+00'),
	(14, 'UAGEUKPBIIN2WP22BJLQKVEKS4', 'plan', NULL, 10, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/paused', '\x67aa98ac64ad8754a386fdbc0870f8a7152c3929f73727c8503056dfd61f759e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'pause', 'null', 'null', '2026-11-26 11:39:39.649642+00'),
	(15, 'RIPH2IM5L4UNUWERE6Q577SOU6', 'plan', NULL, 6, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/failed', '\x722009718b645341bda5093e4fe6da33c21fe69c11b6055ca0c5982210edc83e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'hold', '[{"limit":"baseline","unit":"file attendance","says":"file attendance: nothing is known to be live as attendance_percentage.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file gpa","says":"file gpa: nothing is known to be live as gpa.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file tags","says":"file tags: nothing is known to be live as student_tags.csv, so nobody can say what this changes"}]', 'null', '2026-11-26 11:39:39.818773+00'),
	(16, 'YLWSZUSCI6FRFOFCEXS3DJV7OO', 'plan', NULL, 10, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/failed', '\x67aa98ac64ad8754a386fdbc0870f8a7152c3929f73727c8503056dfd61f759e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'pass', 'null', 'null', '2026-11-26 11:39:40.161193+00'),
	(17, 'JZQWL43GZ5HTD6YMRZT7SIOK37', 'plan', NULL, 6, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/partial', '\x722009718b645341bda5093e4fe6da33c21fe69c11b6055ca0c5982210edc83e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'hold', '[{"limit":"baseline","unit":"file attendance","says":"file attendance: nothing is known to be live as attendance_percentage.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file gpa","says":"file gpa: nothing is known to be live as gpa.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file tags","says":"file tags: nothing is known to be live as student_tags.csv, so nobody can say what this changes"}]', 'null', '2026-11-26 11:39:40.35607+00'),
	(18, 'ZZJMCPALC2GLQ536UOTR37LM6B', 'plan', NULL, 10, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/partial', '\x67aa98ac64ad8754a386fdbc0870f8a7152c3929f73727c8503056dfd61f759e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'pass', 'null', 'null', '2026-11-26 11:39:40.733666+00'),
	(19, 'SVTGRHEXPBH6YCQFPEDNOWK5XG', 'plan', NULL, 6, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/unknown', '\x722009718b645341bda5093e4fe6da33c21fe69c11b6055ca0c5982210edc83e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'hold', '[{"limit":"baseline","unit":"file attendance","says":"file attendance: nothing is known to be live as attendance_percentage.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file gpa","says":"file gpa: nothing is known to be live as gpa.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file tags","says":"file tags: nothing is known to be live as student_tags.csv, so nobody can say what this changes"}]', 'null', '2026-11-26 11:39:40.925024+00'),
	(20, '4YOBFG4B7EMGSTDQNE7D4NK6NO', 'plan', NULL, 10, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/unknown', '\x67aa98ac64ad8754a386fdbc0870f8a7152c3929f73727c8503056dfd61f759e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'pass', 'null', 'null', '2026-11-26 11:39:41.283158+00'),
	(21, 'BX7STGETN6RDLQVD6PVW2QUFDD', 'plan', NULL, 6, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/staging', '\x722009718b645341bda5093e4fe6da33c21fe69c11b6055ca0c5982210edc83e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'hold', '[{"limit":"baseline","unit":"file attendance","says":"file attendance: nothing is known to be live as attendance_percentage.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file gpa","says":"file gpa: nothing is known to be live as gpa.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file tags","says":"file tags: nothing is known to be live as student_tags.csv, so nobody can say what this changes"}]', 'null', '2026-11-26 11:39:41.489846+00'),
	(22, 'UUXXRKADR6F6J2IWGBSQ3SL43P', 'plan', NULL, 10, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/staging', '\x67aa98ac64ad8754a386fdbc0870f8a7152c3929f73727c8503056dfd61f759e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'pass', 'null', 'null', '2026-11-26 11:39:41.840598+00'),
	(23, '7N4PEFPAPGJ2MPAOFW6XRO5TJB', 'plan', NULL, 6, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/renaming', '\x722009718b645341bda5093e4fe6da33c21fe69c11b6055ca0c5982210edc83e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'hold', '[{"limit":"baseline","unit":"file attendance","says":"file attendance: nothing is known to be live as attendance_percentage.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file gpa","says":"file gpa: nothing is known to be live as gpa.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file tags","says":"file tags: nothing is known to be live as student_tags.csv, so nobody can say what this changes"}]', 'null', '2026-11-26 11:39:42.013517+00'),
	(24, 'GWJDEXBI7VRJ4MHVUTIX2O5LQI', 'plan', NULL, 10, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/renaming', '\x67aa98ac64ad8754a386fdbc0870f8a7152c3929f73727c8503056dfd61f759e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'pass', 'null', 'null', '2026-11-26 11:39:42.37387+00'),
	(25, 'VXJCCTDGDQM7FVKTLKTO3UNTL6', 'plan', NULL, 6, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/renamed', '\x722009718b645341bda5093e4fe6da33c21fe69c11b6055ca0c5982210edc83e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'hold', '[{"limit":"baseline","unit":"file attendance","says":"file attendance: nothing is known to be live as attendance_percentage.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file gpa","says":"file gpa: nothing is known to be live as gpa.csv, so nobody can say what this changes"},{"limit":"baseline","unit":"file tags","says":"file tags: nothing is known to be live as student_tags.csv, so nobody can say what this changes"}]', 'null', '2026-11-26 11:39:42.55414+00'),
	(26, 'KJVVZFRX6KEMDCJIF26ZSN3YPF', 'plan', NULL, 10, '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', '{"identifier":"student_number","column":"student_number","shared_number":"omit","attendance":{"omit_zero":false,"scale":"fraction"},"gpa":{"require":"any","omit_zero":true},"tags":[{"name":"IEP","detailed_name":"Individualized Education Plan","description":"Student with IDEA Services","when":{"fact":"iep","is":"1"}},{"name":"504","detailed_name":"Section 504","description":"Student with 504 Accomodation","when":{"fact":"section_504","is":"1"}},{"name":"EL","detailed_name":"English Learner","description":"Low English Proficiency Learner","when":{"fact":"lep","is":"1"}},{"name":"LI","detailed_name":"Low Income","description":"Low Income/Economically Disadvantaged Family","when":{"fact":"lii","is":"1"}},{"name":"GFT","detailed_name":"Gifted \u0026 Talented","description":"Student in Gifted or Talented Program","when":{"fact":"gifted","is":"Y"}}],"files":[{"kind":"attendance","name":"attendance_percentage.csv","when_empty":"skip"},{"kind":"gpa","name":"gpa.csv","when_empty":"hold"},{"kind":"tags","name":"student_tags.csv","when_empty":"hold"}],"quote":"all"}', '(devel)', 'school@sftp.example.org:22/renamed', '\x67aa98ac64ad8754a386fdbc0870f8a7152c3929f73727c8503056dfd61f759e', '{}', '{"lost":{"percent":5,"rows":3},"left":{"percent":10,"rows":10},"added":{"percent":20,"rows":10},"vanished":{"tag":3,"school":10,"tag_in_school":5},"gpa_jump":{"percent":25,"by":0.5,"rows":10},"attendance_shift":{"points":5,"days":10},"cumulative":{"percent":100,"deliveries":7},"snapshot_max_age":93600000000000,"approval_ttl":345600000000000}', 'pass', 'null', 'null', '2026-11-26 11:39:42.917666+00');

-- Data for Name: publication_file; Type: TABLE DATA; Schema: public; Owner: -

INSERT INTO public.publication_file VALUES
	(1, 1, 'attendance', 'attendance_percentage.csv', '\x47017022563f2f77c2a059ac4f0559464ed79d7a2803afd35c35764852601771', NULL, NULL),
	(1, 2, 'gpa', 'gpa.csv', '\xd5845163c54ec902bb9e9e1909b8219653676d3f9f081e1e2f369e36736b3965', NULL, NULL),
	(1, 3, 'tags', 'student_tags.csv', '\x99f05e1243026a658f261ec9106bae7b9f872010a29e755b6792518258d36d12', NULL, NULL),
	(2, 1, 'attendance', 'attendance_percentage.csv', '\xe8d6a7ff9ba6c85f2276ea45e2860ed20cacdcd3869892382e0a05a9b95dbcde', '\x47017022563f2f77c2a059ac4f0559464ed79d7a2803afd35c35764852601771', 1),
	(2, 2, 'gpa', 'gpa.csv', '\xdeb110c9beb195bc3d94ae03590697b041236cd36ff724b70b54a7746a89a63f', '\xd5845163c54ec902bb9e9e1909b8219653676d3f9f081e1e2f369e36736b3965', 1),
	(2, 3, 'tags', 'student_tags.csv', '\xe56c05f064c9fac2ab2975d2875c529829e3e6e408768513a237b4e592844693', '\x99f05e1243026a658f261ec9106bae7b9f872010a29e755b6792518258d36d12', 1),
	(3, 1, 'attendance', 'attendance_percentage.csv', '\xe8d6a7ff9ba6c85f2276ea45e2860ed20cacdcd3869892382e0a05a9b95dbcde', '\xe8d6a7ff9ba6c85f2276ea45e2860ed20cacdcd3869892382e0a05a9b95dbcde', 2),
	(3, 2, 'gpa', 'gpa.csv', '\xdeb110c9beb195bc3d94ae03590697b041236cd36ff724b70b54a7746a89a63f', '\xdeb110c9beb195bc3d94ae03590697b041236cd36ff724b70b54a7746a89a63f', 2),
	(3, 3, 'tags', 'student_tags.csv', '\x03257d3b0da8f1fe4753424c9ff871694d710601973b8f1ec957d7604ca87d51', '\xe56c05f064c9fac2ab2975d2875c529829e3e6e408768513a237b4e592844693', 2),
	(4, 1, 'attendance', 'attendance_percentage.csv', '\x5f27d4fb4942b876ec2909f2fb9157ddd8630d62cb822b873e660bf148d5816a', '\xe8d6a7ff9ba6c85f2276ea45e2860ed20cacdcd3869892382e0a05a9b95dbcde', 2),
	(4, 2, 'gpa', 'gpa.csv', '\x3d7dea56dbe2d0b87eb167a2008104cbc423fcc9c1c7859c3517ad6a64aacb3d', '\xdeb110c9beb195bc3d94ae03590697b041236cd36ff724b70b54a7746a89a63f', 2),
	(4, 3, 'tags', 'student_tags.csv', '\xbbac6b187503c2c706a93e115dfd8af0f9276f1b7e701867155ee277f94db6b8', '\xe56c05f064c9fac2ab2975d2875c529829e3e6e408768513a237b4e592844693', 2),
	(5, 1, 'attendance', 'attendance_percentage.csv', '\xe8d6a7ff9ba6c85f2276ea45e2860ed20cacdcd3869892382e0a05a9b95dbcde', '\x5f27d4fb4942b876ec2909f2fb9157ddd8630d62cb822b873e660bf148d5816a', 4),
	(5, 2, 'gpa', 'gpa.csv', '\xdeb110c9beb195bc3d94ae03590697b041236cd36ff724b70b54a7746a89a63f', '\x3d7dea56dbe2d0b87eb167a2008104cbc423fcc9c1c7859c3517ad6a64aacb3d', 4),
	(5, 3, 'tags', 'student_tags.csv', '\xe56c05f064c9fac2ab2975d2875c529829e3e6e408768513a237b4e592844693', '\xbbac6b187503c2c706a93e115dfd8af0f9276f1b7e701867155ee277f94db6b8', 4),
	(6, 1, 'attendance', 'attendance_percentage.csv', '\x5f27d4fb4942b876ec2909f2fb9157ddd8630d62cb822b873e660bf148d5816a', '\xe8d6a7ff9ba6c85f2276ea45e2860ed20cacdcd3869892382e0a05a9b95dbcde', 5),
	(6, 2, 'gpa', 'gpa.csv', '\x3d7dea56dbe2d0b87eb167a2008104cbc423fcc9c1c7859c3517ad6a64aacb3d', '\xdeb110c9beb195bc3d94ae03590697b041236cd36ff724b70b54a7746a89a63f', 5),
	(6, 3, 'tags', 'student_tags.csv', '\x03257d3b0da8f1fe4753424c9ff871694d710601973b8f1ec957d7604ca87d51', '\xe56c05f064c9fac2ab2975d2875c529829e3e6e408768513a237b4e592844693', 5),
	(7, 1, 'attendance', 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', '\xe8d6a7ff9ba6c85f2276ea45e2860ed20cacdcd3869892382e0a05a9b95dbcde', 5),
	(7, 2, 'gpa', 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', '\xdeb110c9beb195bc3d94ae03590697b041236cd36ff724b70b54a7746a89a63f', 5),
	(7, 3, 'tags', 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', '\xe56c05f064c9fac2ab2975d2875c529829e3e6e408768513a237b4e592844693', 5),
	(8, 1, 'attendance', 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', 7),
	(8, 2, 'gpa', 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', 7),
	(8, 3, 'tags', 'student_tags.csv', '\x03257d3b0da8f1fe4753424c9ff871694d710601973b8f1ec957d7604ca87d51', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', 7),
	(9, 1, 'attendance', 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', NULL, NULL),
	(9, 2, 'gpa', 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', NULL, NULL),
	(9, 3, 'tags', 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', NULL, NULL),
	(10, 1, 'attendance', 'attendance_percentage.csv', '\x6e9738b9458c7304b196cd75426c1344055a5a17619c7eea70dc992e6a1178ae', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', 9),
	(10, 2, 'gpa', 'gpa.csv', '\x547ad8755f2a7545d6018ab4251462f9e6a6796cd78806b9662990214230d8b8', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', 9),
	(10, 3, 'tags', 'student_tags.csv', '\x500f8262bf72d7c1287f7add22d160d235c888c6a427dbd69b534768f6e20185', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', 9),
	(11, 1, 'attendance', 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', NULL, NULL),
	(11, 2, 'gpa', 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', NULL, NULL),
	(11, 3, 'tags', 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', NULL, NULL),
	(12, 1, 'attendance', 'attendance_percentage.csv', '\xd87b9196ebf51a75d06c4436a83e5f9fd79613fe2200b760b58323ebea5713a1', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', 11),
	(12, 2, 'gpa', 'gpa.csv', '\x6ab0e9dc0a40906ff0714b469f7f5d9bd48cf5b4ebb10bb8c4472c77df308354', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', 11),
	(12, 3, 'tags', 'student_tags.csv', '\xf580943817e55bff39810f3498decfd3a30e201ec653f7ba3e9f737a9d3a07dd', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', 11),
	(13, 1, 'attendance', 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', NULL, NULL),
	(13, 2, 'gpa', 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', NULL, NULL),
	(13, 3, 'tags', 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', NULL, NULL),
	(14, 1, 'attendance', 'attendance_percentage.csv', '\xd87b9196ebf51a75d06c4436a83e5f9fd79613fe2200b760b58323ebea5713a1', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', 13),
	(14, 2, 'gpa', 'gpa.csv', '\x6ab0e9dc0a40906ff0714b469f7f5d9bd48cf5b4ebb10bb8c4472c77df308354', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', 13),
	(14, 3, 'tags', 'student_tags.csv', '\xf580943817e55bff39810f3498decfd3a30e201ec653f7ba3e9f737a9d3a07dd', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', 13),
	(15, 1, 'attendance', 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', NULL, NULL),
	(15, 2, 'gpa', 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', NULL, NULL),
	(15, 3, 'tags', 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', NULL, NULL),
	(16, 1, 'attendance', 'attendance_percentage.csv', '\xd87b9196ebf51a75d06c4436a83e5f9fd79613fe2200b760b58323ebea5713a1', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', 15),
	(16, 2, 'gpa', 'gpa.csv', '\x6ab0e9dc0a40906ff0714b469f7f5d9bd48cf5b4ebb10bb8c4472c77df308354', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', 15),
	(16, 3, 'tags', 'student_tags.csv', '\xf580943817e55bff39810f3498decfd3a30e201ec653f7ba3e9f737a9d3a07dd', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', 15),
	(17, 1, 'attendance', 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', NULL, NULL),
	(17, 2, 'gpa', 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', NULL, NULL),
	(17, 3, 'tags', 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', NULL, NULL),
	(18, 1, 'attendance', 'attendance_percentage.csv', '\xd87b9196ebf51a75d06c4436a83e5f9fd79613fe2200b760b58323ebea5713a1', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', 17),
	(18, 2, 'gpa', 'gpa.csv', '\x6ab0e9dc0a40906ff0714b469f7f5d9bd48cf5b4ebb10bb8c4472c77df308354', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', 17),
	(18, 3, 'tags', 'student_tags.csv', '\xf580943817e55bff39810f3498decfd3a30e201ec653f7ba3e9f737a9d3a07dd', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', 17),
	(19, 1, 'attendance', 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', NULL, NULL),
	(19, 2, 'gpa', 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', NULL, NULL),
	(19, 3, 'tags', 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', NULL, NULL),
	(20, 1, 'attendance', 'attendance_percentage.csv', '\xd87b9196ebf51a75d06c4436a83e5f9fd79613fe2200b760b58323ebea5713a1', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', 19),
	(20, 2, 'gpa', 'gpa.csv', '\x6ab0e9dc0a40906ff0714b469f7f5d9bd48cf5b4ebb10bb8c4472c77df308354', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', 19),
	(20, 3, 'tags', 'student_tags.csv', '\xf580943817e55bff39810f3498decfd3a30e201ec653f7ba3e9f737a9d3a07dd', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', 19),
	(21, 1, 'attendance', 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', NULL, NULL),
	(21, 2, 'gpa', 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', NULL, NULL),
	(21, 3, 'tags', 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', NULL, NULL),
	(22, 1, 'attendance', 'attendance_percentage.csv', '\xd87b9196ebf51a75d06c4436a83e5f9fd79613fe2200b760b58323ebea5713a1', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', 21),
	(22, 2, 'gpa', 'gpa.csv', '\x6ab0e9dc0a40906ff0714b469f7f5d9bd48cf5b4ebb10bb8c4472c77df308354', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', 21),
	(22, 3, 'tags', 'student_tags.csv', '\xf580943817e55bff39810f3498decfd3a30e201ec653f7ba3e9f737a9d3a07dd', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', 21),
	(23, 1, 'attendance', 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', NULL, NULL),
	(23, 2, 'gpa', 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', NULL, NULL),
	(23, 3, 'tags', 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', NULL, NULL),
	(24, 1, 'attendance', 'attendance_percentage.csv', '\xd87b9196ebf51a75d06c4436a83e5f9fd79613fe2200b760b58323ebea5713a1', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', 23),
	(24, 2, 'gpa', 'gpa.csv', '\x6ab0e9dc0a40906ff0714b469f7f5d9bd48cf5b4ebb10bb8c4472c77df308354', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', 23),
	(24, 3, 'tags', 'student_tags.csv', '\xf580943817e55bff39810f3498decfd3a30e201ec653f7ba3e9f737a9d3a07dd', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', 23),
	(25, 1, 'attendance', 'attendance_percentage.csv', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', NULL, NULL),
	(25, 2, 'gpa', 'gpa.csv', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', NULL, NULL),
	(25, 3, 'tags', 'student_tags.csv', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', NULL, NULL),
	(26, 1, 'attendance', 'attendance_percentage.csv', '\xd87b9196ebf51a75d06c4436a83e5f9fd79613fe2200b760b58323ebea5713a1', '\xe521c31aac85a3048325e6b3e10cae00383b0e821bdc4c6bb2d9ee06767b7eb1', 25),
	(26, 2, 'gpa', 'gpa.csv', '\x6ab0e9dc0a40906ff0714b469f7f5d9bd48cf5b4ebb10bb8c4472c77df308354', '\xcdfbf1f7de5766d756b851c6bd074ad51012180db9ba6ae329a60656fde15775', 25),
	(26, 3, 'tags', 'student_tags.csv', '\xf580943817e55bff39810f3498decfd3a30e201ec653f7ba3e9f737a9d3a07dd', '\x58d10cef659f4677379d85024fc1f978d2ffedbde31781299196ba2ff1785424', 25);

-- Data for Name: snapshot; Type: TABLE DATA; Schema: public; Owner: -

INSERT INTO public.snapshot VALUES
	(1, 'SI7SGWZL4RYL7MCIYN4OQRZONN', '2026-11-26 05:39:34', '2026-11-26 11:39:34.244309+00', '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', 44, 44, 0, '{}', '\x8550c0542be5d6e5c3b27f155b44ac86cf7fd7c171f5d35ba01a940ab72613ec'),
	(2, 'G55RRVQKHMUNXWCYBTR74JEULI', '2026-11-26 05:39:34', '2026-11-26 11:39:34.684821+00', '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', 43, 43, 1, '{}', '\x193042f4c64c354183b9709ad73dd3752f07a9c2558bd54d056ee634b064e1e2'),
	(3, 'KOZHQVAIUWBXWYXYG3K6FSC45B', '2026-11-26 05:39:35', '2026-11-26 11:39:35.13578+00', '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', 43, 43, 0, '{}', '\x23a9ccc455df5a29543dfa4fedf402384c68fe3932c58077608e84eb8ad361c4'),
	(4, 'GAIHUTIECDFDZIVGBYDWI42J6R', '2026-11-26 05:39:35', '2026-11-26 11:39:35.651164+00', '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', 42, 42, 1, '{}', '\x4ab6ac6a404964f593828d3e7426cbb275c3dac9f98fe1914cf481ed5e4da6b4'),
	(5, 'AVQLHPH6TUGHUKVAX5PIPELTGM', '2026-11-26 05:39:36', '2026-11-26 11:39:36.389949+00', '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', 42, 42, 0, '{}', '\xaa4d24a0a5ddaccc3ede7e393cc068376482bb00df9e1b41ae09328562f7fe01'),
	(6, 'PTOBJODXLASOX2KFYJYDEVXLJJ', '2026-11-26 05:39:36', '2026-11-26 11:39:36.765558+00', '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', 41, 41, 1, '{}', '\xed4ffb3ebb43346578f97fbc5f7c680847973d1df9c53aa8258e750c75d26dfc'),
	(7, '7UYI5UXSJMNGTTYNGESBQMDHPF', '2026-11-26 05:39:37', '2026-11-26 11:39:37.132779+00', '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', 41, 41, 0, '{}', '\x64dd6d15d94419f4c4495f4103a1d0be52dc927f9887de4666ae09ba8782dd2b'),
	(8, '6KZQB4N2GKPIUMFOVSKHBAGQ4V', '2026-11-26 05:39:37', '2026-11-26 11:39:37.50758+00', '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', 40, 40, 1, '{}', '\xd58c98151468013fdc868b19a599de573d7642227ff51676072aca993fb551de'),
	(9, 'SSOMMHNP4YKTSQ4LO2PIV4HFAF', '2026-11-26 05:39:38', '2026-11-26 11:39:38.024043+00', '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', 40, 40, 0, '{}', '\x11e46f5515d0258e2356eb0f00773da194018ff5480402073e7d89f1ff3e5ae2'),
	(10, 'RIQ2FTWCPU2WJT7OAG436W47AK', '2026-11-26 05:39:38', '2026-11-26 11:39:38.547713+00', '{"enroll_status":[0],"grades":[8,9,10,11,12],"exclude_schools":[901],"identifier":"student_number","names":false,"attendance":{"view":"ps_adaadm_daily_ctod","window":"fte"},"gpa":{"source":"extension","table":"u_def_ext_students0","simple":"simple_gpa","weighted":"weighted_gpa"},"facts":[{"name":"gifted","table":"s_stu_crdc_x","column":"giftedtalentedprograms_yn"},{"name":"iep","table":"s_il_stu_x","column":"iep"},{"name":"lep","table":"s_il_stu_x","column":"lep"},{"name":"lii","table":"s_il_stu_x","column":"lii"},{"name":"section_504","table":"s_il_stu_plan504_x","column":"participant"}],"through":"now"}', 39, 39, 1, '{}', '\xf6065717cf31836b3a8f5faa5e1004413b4ecebfe566a75a219bf2da9263b375');

-- Data for Name: student; Type: TABLE DATA; Schema: public; Owner: -

INSERT INTO public.student VALUES
	(1, 101, 1, '100000', 0, 10, 18, NULL, NULL, 12, 12, 0, '2.9662', '3.3216', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 103, 2, '100007', 0, 10, 18, NULL, NULL, 12, 12, 0, '3.3729', '3.5791', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 105, 3, '100014', 0, 10, 17, NULL, NULL, 12, 12, 0, '2.6372', '3.3256', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 113, 7, '100042', 0, 12, 19, NULL, NULL, 12, 12, 0, '1.6971', '2.2314', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 115, 8, '100049', 0, 9, 19, NULL, NULL, 11, 12, 0, '3.3307', '3.9592', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 119, 10, '100063', 0, 9, 19, NULL, NULL, 11.5, 12, 0, '2.8623', '3.0064', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 121, 11, '100070', 0, 12, 18, NULL, NULL, 12, 12, 0, '3.9949', '4.0538', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["1"]}', '{}'),
	(1, 123, 12, '100077', 0, 12, 18, NULL, NULL, 12, 12, 0, '3.5421', '4.1326', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 125, 13, '100084', 0, 9, 17, NULL, NULL, 11, 12, 0, '3.8166', '4.396', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 131, 16, '100105', 0, 10, 18, NULL, NULL, 12, 12, 0, '3.2147', '3.32', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 135, 18, '100119', 0, 11, 17, NULL, NULL, 11, 12, 0, '2.9495', '3.1355', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 137, 19, '100126', 0, 10, 17, NULL, NULL, 12, 12, 0, '2.6712', '2.6846', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 139, 20, '100133', 0, 12, 18, NULL, NULL, 11.5, 12, 0, '2.4912', '2.9525', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 141, 21, '100140', 0, 11, 17, NULL, NULL, 12, 12, 0, '3.1672', '3.3676', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 145, 23, '100154', 0, 11, 19, NULL, NULL, 12, 12, 0, '3.9873', '4.4085', '{"gifted":["N"],"iep":["1"],"lep":["1"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 147, 24, '100161', 0, 12, 17, NULL, NULL, 12, 12, 0, '3.9395', '4.3574', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 149, 25, '100168', 0, 10, 19, NULL, NULL, 12, 12, 0, '3.1985', '3.6152', '{"gifted":["N"],"iep":["0"],"lep":["1"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 151, 26, '100175', 0, 9, 19, NULL, NULL, 12, 12, 0, '2.9399', '3.4263', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 153, 27, '100182', 0, 8, 31, NULL, NULL, 12, 12, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["1"]}', '{}'),
	(1, 157, 29, '100196', 0, 8, 32, NULL, NULL, 12, 12, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 159, 30, '100203', 0, 9, 17, NULL, NULL, 9.5, 12, 0, '3.9492', '4.6538', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 161, 31, '100210', 0, 8, 31, NULL, NULL, 10, 12, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 163, 32, '100217', 0, 10, 17, NULL, NULL, 11, 12, 0, '2.1813', '2.8172', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 169, 35, '100238', 0, 12, 17, NULL, NULL, 12, 12, 0, '3.3872', '3.8765', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 171, 36, '100245', 0, 9, 17, NULL, NULL, 11, 12, 0, '3.9851', '4.3935', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 173, 37, '100252', 0, 8, 31, NULL, NULL, 6, 12, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 175, 38, '100259', 0, 9, 18, NULL, NULL, 11, 12, 0, '3.9122', '3.9532', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 179, 40, '100273', 0, 12, 17, NULL, NULL, 12, 12, 0, '1.8735', '2.2888', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 181, 41, '100280', 0, 10, 18, NULL, NULL, 12, 12, 0, '3.6534', '3.8398', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 183, 42, '100287', 0, 11, 18, NULL, NULL, 11, 12, 0, '3.9808', '4.1705', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 185, 43, '100294', 0, 9, 18, NULL, NULL, 12, 12, 0, '2.3071', '2.7283', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 187, 44, '100301', 0, 11, 17, NULL, NULL, 12, 12, 0, '3.377', '3.3844', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 191, 46, '100315', 0, 8, 32, NULL, NULL, 12, 12, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 195, 48, '100329', 0, 9, 18, NULL, NULL, 12, 12, 0, '3.4186', '3.6908', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 197, 49, '100336', 0, 12, 18, NULL, NULL, 11.5, 12, 0, '3.1215', '3.7105', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 199, 50, '100343', 0, 10, 19, NULL, NULL, 12, 12, 0, '0.7017', '1.0256', '{"gifted":["N"],"iep":["0"],"lep":["1"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 203, 52, '100357', 0, 8, 31, NULL, NULL, 11, 12, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 205, 53, '100364', 0, 10, 18, NULL, NULL, 11, 12, 0, '3.9027', '4.6288', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 207, 54, '100371', 0, 12, 18, NULL, NULL, 10, 12, 0, '2.4173', '2.5298', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 209, 55, '100378', 0, 8, 31, NULL, NULL, 12, 12, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 211, 56, '100385', 0, 11, 17, NULL, NULL, 12, 12, 0, '3.1935', '3.3209', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 213, 57, '100392', 0, 10, 17, NULL, NULL, 12, 12, 0, '2.6203', '3.1556', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(1, 215, 58, '100399', 0, 10, 19, NULL, NULL, 12, 12, 0, '1.9696', '2.0885', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(1, 219, 60, '100413', 0, 11, 17, NULL, NULL, 12, 12, 0, '3.4642', '3.9791', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 101, 1, '100000', 0, 10, 18, NULL, NULL, 13, 13, 0, '2.75', '3.1', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 103, 2, '100007', 0, 10, 18, NULL, NULL, 13, 13, 0, '3.3729', '3.5791', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 105, 3, '100014', 0, 10, 17, NULL, NULL, 13, 13, 0, '2.6372', '3.3256', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 113, 7, '100042', 0, 12, 19, NULL, NULL, 13, 13, 0, '1.6971', '2.2314', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 115, 8, '100049', 0, 9, 19, NULL, NULL, 12, 13, 0, '3.3307', '3.9592', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 119, 10, '100063', 0, 9, 19, NULL, NULL, 12.5, 13, 0, '2.8623', '3.0064', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 121, 11, '100070', 0, 12, 18, NULL, NULL, 13, 13, 0, '3.9949', '4.0538', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["1"]}', '{}'),
	(2, 123, 12, '100077', 0, 12, 18, NULL, NULL, 13, 13, 0, '3.5421', '4.1326', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 125, 13, '100084', 0, 9, 17, NULL, NULL, 12, 13, 0, '3.8166', '4.396', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 131, 16, '100105', 0, 10, 18, NULL, NULL, 13, 13, 0, '3.2147', '3.32', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 135, 18, '100119', 0, 11, 17, NULL, NULL, 12, 13, 0, '2.9495', '3.1355', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 137, 19, '100126', 0, 10, 17, NULL, NULL, 13, 13, 0, '2.6712', '2.6846', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 139, 20, '100133', 0, 12, 18, NULL, NULL, 12.5, 13, 0, '2.4912', '2.9525', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 141, 21, '100140', 0, 11, 17, NULL, NULL, 13, 13, 0, '3.1672', '3.3676', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 145, 23, '100154', 0, 11, 19, NULL, NULL, 13, 13, 0, '3.9873', '4.4085', '{"gifted":["N"],"iep":["1"],"lep":["1"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 147, 24, '100161', 0, 12, 17, NULL, NULL, 13, 13, 0, '3.9395', '4.3574', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 149, 25, '100168', 0, 10, 19, NULL, NULL, 13, 13, 0, '3.1985', '3.6152', '{"gifted":["N"],"iep":["0"],"lep":["1"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 151, 26, '100175', 0, 9, 19, NULL, NULL, 13, 13, 0, '2.9399', '3.4263', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 153, 27, '100182', 0, 8, 31, NULL, NULL, 13, 13, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["1"]}', '{}'),
	(2, 157, 29, '100196', 0, 8, 32, NULL, NULL, 13, 13, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 159, 30, '100203', 0, 9, 17, NULL, NULL, 10.5, 13, 0, '3.9492', '4.6538', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 161, 31, '100210', 0, 8, 31, NULL, NULL, 11, 13, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 163, 32, '100217', 0, 10, 17, NULL, NULL, 12, 13, 0, '2.1813', '2.8172', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 169, 35, '100238', 0, 12, 17, NULL, NULL, 13, 13, 0, '3.3872', '3.8765', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 171, 36, '100245', 0, 9, 17, NULL, NULL, 12, 13, 0, '3.9851', '4.3935', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 173, 37, '100252', 0, 8, 31, NULL, NULL, 7, 13, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 175, 38, '100259', 0, 9, 18, NULL, NULL, 12, 13, 0, '3.9122', '3.9532', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 179, 40, '100273', 0, 12, 17, NULL, NULL, 13, 13, 0, '1.8735', '2.2888', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 181, 41, '100280', 0, 10, 18, NULL, NULL, 13, 13, 0, '3.6534', '3.8398', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 183, 42, '100287', 0, 11, 18, NULL, NULL, 12, 13, 0, '3.9808', '4.1705', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 185, 43, '100294', 0, 9, 18, NULL, NULL, 13, 13, 0, '2.3071', '2.7283', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 187, 44, '100301', 0, 11, 17, NULL, NULL, 13, 13, 0, '3.377', '3.3844', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 191, 46, '100315', 0, 8, 32, NULL, NULL, 13, 13, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 195, 48, '100329', 0, 9, 18, NULL, NULL, 13, 13, 0, '3.4186', '3.6908', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 197, 49, '100336', 0, 12, 18, NULL, NULL, 12.5, 13, 0, '3.1215', '3.7105', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 199, 50, '100343', 0, 10, 19, NULL, NULL, 13, 13, 0, '0.7017', '1.0256', '{"gifted":["N"],"iep":["0"],"lep":["1"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 203, 52, '100357', 0, 8, 31, NULL, NULL, 12, 13, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 205, 53, '100364', 0, 10, 18, NULL, NULL, 12, 13, 0, '3.9027', '4.6288', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 207, 54, '100371', 0, 12, 18, NULL, NULL, 11, 13, 0, '2.4173', '2.5298', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 209, 55, '100378', 0, 8, 31, NULL, NULL, 13, 13, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(2, 211, 56, '100385', 0, 11, 17, NULL, NULL, 13, 13, 0, '3.1935', '3.3209', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 213, 57, '100392', 0, 10, 17, NULL, NULL, 13, 13, 0, '2.6203', '3.1556', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(2, 215, 58, '100399', 0, 10, 19, NULL, NULL, 13, 13, 0, '1.9696', '2.0885', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(3, 101, 1, '100000', 0, 10, 18, NULL, NULL, 13, 13, 0, '2.75', '3.1', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 103, 2, '100007', 0, 10, 18, NULL, NULL, 13, 13, 0, '3.3729', '3.5791', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 105, 3, '100014', 0, 10, 17, NULL, NULL, 13, 13, 0, '2.6372', '3.3256', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(3, 113, 7, '100042', 0, 12, 19, NULL, NULL, 13, 13, 0, '1.6971', '2.2314', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 115, 8, '100049', 0, 9, 19, NULL, NULL, 12, 13, 0, '3.3307', '3.9592', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 119, 10, '100063', 0, 9, 19, NULL, NULL, 12.5, 13, 0, '2.8623', '3.0064', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 121, 11, '100070', 0, 12, 18, NULL, NULL, 13, 13, 0, '3.9949', '4.0538', '{"gifted":["N"],"section_504":["1"]}', '{}'),
	(3, 123, 12, '100077', 0, 12, 18, NULL, NULL, 13, 13, 0, '3.5421', '4.1326', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(3, 125, 13, '100084', 0, 9, 17, NULL, NULL, 12, 13, 0, '3.8166', '4.396', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 131, 16, '100105', 0, 10, 18, NULL, NULL, 13, 13, 0, '3.2147', '3.32', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 135, 18, '100119', 0, 11, 17, NULL, NULL, 12, 13, 0, '2.9495', '3.1355', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 137, 19, '100126', 0, 10, 17, NULL, NULL, 13, 13, 0, '2.6712', '2.6846', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(3, 139, 20, '100133', 0, 12, 18, NULL, NULL, 12.5, 13, 0, '2.4912', '2.9525', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 141, 21, '100140', 0, 11, 17, NULL, NULL, 13, 13, 0, '3.1672', '3.3676', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 145, 23, '100154', 0, 11, 19, NULL, NULL, 13, 13, 0, '3.9873', '4.4085', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 147, 24, '100161', 0, 12, 17, NULL, NULL, 13, 13, 0, '3.9395', '4.3574', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 149, 25, '100168', 0, 10, 19, NULL, NULL, 13, 13, 0, '3.1985', '3.6152', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 151, 26, '100175', 0, 9, 19, NULL, NULL, 13, 13, 0, '2.9399', '3.4263', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 153, 27, '100182', 0, 8, 31, NULL, NULL, 13, 13, 0, NULL, NULL, '{"gifted":["N"],"section_504":["1"]}', '{}'),
	(3, 157, 29, '100196', 0, 8, 32, NULL, NULL, 13, 13, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 159, 30, '100203', 0, 9, 17, NULL, NULL, 10.5, 13, 0, '3.9492', '4.6538', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 161, 31, '100210', 0, 8, 31, NULL, NULL, 11, 13, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 163, 32, '100217', 0, 10, 17, NULL, NULL, 12, 13, 0, '2.1813', '2.8172', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 169, 35, '100238', 0, 12, 17, NULL, NULL, 13, 13, 0, '3.3872', '3.8765', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(3, 171, 36, '100245', 0, 9, 17, NULL, NULL, 12, 13, 0, '3.9851', '4.3935', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 173, 37, '100252', 0, 8, 31, NULL, NULL, 7, 13, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 175, 38, '100259', 0, 9, 18, NULL, NULL, 12, 13, 0, '3.9122', '3.9532', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 179, 40, '100273', 0, 12, 17, NULL, NULL, 13, 13, 0, '1.8735', '2.2888', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 181, 41, '100280', 0, 10, 18, NULL, NULL, 13, 13, 0, '3.6534', '3.8398', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 183, 42, '100287', 0, 11, 18, NULL, NULL, 12, 13, 0, '3.9808', '4.1705', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 185, 43, '100294', 0, 9, 18, NULL, NULL, 13, 13, 0, '2.3071', '2.7283', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 187, 44, '100301', 0, 11, 17, NULL, NULL, 13, 13, 0, '3.377', '3.3844', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 191, 46, '100315', 0, 8, 32, NULL, NULL, 13, 13, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 195, 48, '100329', 0, 9, 18, NULL, NULL, 13, 13, 0, '3.4186', '3.6908', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 197, 49, '100336', 0, 12, 18, NULL, NULL, 12.5, 13, 0, '3.1215', '3.7105', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 199, 50, '100343', 0, 10, 19, NULL, NULL, 13, 13, 0, '0.7017', '1.0256', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 203, 52, '100357', 0, 8, 31, NULL, NULL, 12, 13, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 205, 53, '100364', 0, 10, 18, NULL, NULL, 12, 13, 0, '3.9027', '4.6288', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 207, 54, '100371', 0, 12, 18, NULL, NULL, 11, 13, 0, '2.4173', '2.5298', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 209, 55, '100378', 0, 8, 31, NULL, NULL, 13, 13, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 211, 56, '100385', 0, 11, 17, NULL, NULL, 13, 13, 0, '3.1935', '3.3209', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(3, 213, 57, '100392', 0, 10, 17, NULL, NULL, 13, 13, 0, '2.6203', '3.1556', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(3, 215, 58, '100399', 0, 10, 19, NULL, NULL, 13, 13, 0, '1.9696', '2.0885', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(4, 101, 1, '100000', 0, 10, 18, NULL, NULL, 14, 14, 0, '2.75', '3.1', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 103, 2, '100007', 0, 10, 18, NULL, NULL, 14, 14, 0, '2.75', '3.1', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 105, 3, '100014', 0, 10, 17, NULL, NULL, 14, 14, 0, '2.6372', '3.3256', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 113, 7, '100042', 0, 12, 19, NULL, NULL, 14, 14, 0, '1.6971', '2.2314', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 115, 8, '100049', 0, 9, 19, NULL, NULL, 13, 14, 0, '3.3307', '3.9592', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 119, 10, '100063', 0, 9, 19, NULL, NULL, 13.5, 14, 0, '2.8623', '3.0064', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 121, 11, '100070', 0, 12, 18, NULL, NULL, 14, 14, 0, '3.9949', '4.0538', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["1"]}', '{}'),
	(4, 123, 12, '100077', 0, 12, 18, NULL, NULL, 14, 14, 0, '3.5421', '4.1326', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 125, 13, '100084', 0, 9, 17, NULL, NULL, 13, 14, 0, '3.8166', '4.396', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 131, 16, '100105', 0, 10, 18, NULL, NULL, 14, 14, 0, '3.2147', '3.32', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 135, 18, '100119', 0, 11, 17, NULL, NULL, 13, 14, 0, '2.9495', '3.1355', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 137, 19, '100126', 0, 10, 17, NULL, NULL, 14, 14, 0, '2.6712', '2.6846', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 139, 20, '100133', 0, 12, 18, NULL, NULL, 13.5, 14, 0, '2.4912', '2.9525', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 141, 21, '100140', 0, 11, 17, NULL, NULL, 14, 14, 0, '3.1672', '3.3676', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 145, 23, '100154', 0, 11, 19, NULL, NULL, 14, 14, 0, '3.9873', '4.4085', '{"gifted":["N"],"iep":["1"],"lep":["1"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 147, 24, '100161', 0, 12, 17, NULL, NULL, 14, 14, 0, '3.9395', '4.3574', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 149, 25, '100168', 0, 10, 19, NULL, NULL, 14, 14, 0, '3.1985', '3.6152', '{"gifted":["N"],"iep":["0"],"lep":["1"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 151, 26, '100175', 0, 9, 19, NULL, NULL, 14, 14, 0, '2.9399', '3.4263', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 153, 27, '100182', 0, 8, 31, NULL, NULL, 14, 14, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["1"]}', '{}'),
	(4, 157, 29, '100196', 0, 8, 32, NULL, NULL, 14, 14, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 159, 30, '100203', 0, 9, 17, NULL, NULL, 11.5, 14, 0, '3.9492', '4.6538', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 161, 31, '100210', 0, 8, 31, NULL, NULL, 12, 14, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 163, 32, '100217', 0, 10, 17, NULL, NULL, 13, 14, 0, '2.1813', '2.8172', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 169, 35, '100238', 0, 12, 17, NULL, NULL, 14, 14, 0, '3.3872', '3.8765', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 171, 36, '100245', 0, 9, 17, NULL, NULL, 13, 14, 0, '3.9851', '4.3935', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 173, 37, '100252', 0, 8, 31, NULL, NULL, 8, 14, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 175, 38, '100259', 0, 9, 18, NULL, NULL, 13, 14, 0, '3.9122', '3.9532', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 179, 40, '100273', 0, 12, 17, NULL, NULL, 14, 14, 0, '1.8735', '2.2888', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 181, 41, '100280', 0, 10, 18, NULL, NULL, 14, 14, 0, '3.6534', '3.8398', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 183, 42, '100287', 0, 11, 18, NULL, NULL, 13, 14, 0, '3.9808', '4.1705', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 185, 43, '100294', 0, 9, 18, NULL, NULL, 14, 14, 0, '2.3071', '2.7283', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 187, 44, '100301', 0, 11, 17, NULL, NULL, 14, 14, 0, '3.377', '3.3844', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 191, 46, '100315', 0, 8, 32, NULL, NULL, 14, 14, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 195, 48, '100329', 0, 9, 18, NULL, NULL, 14, 14, 0, '3.4186', '3.6908', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 197, 49, '100336', 0, 12, 18, NULL, NULL, 13.5, 14, 0, '3.1215', '3.7105', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 199, 50, '100343', 0, 10, 19, NULL, NULL, 14, 14, 0, '0.7017', '1.0256', '{"gifted":["N"],"iep":["0"],"lep":["1"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 203, 52, '100357', 0, 8, 31, NULL, NULL, 13, 14, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 205, 53, '100364', 0, 10, 18, NULL, NULL, 13, 14, 0, '3.9027', '4.6288', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 207, 54, '100371', 0, 12, 18, NULL, NULL, 12, 14, 0, '2.4173', '2.5298', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 209, 55, '100378', 0, 8, 31, NULL, NULL, 14, 14, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(4, 211, 56, '100385', 0, 11, 17, NULL, NULL, 14, 14, 0, '3.1935', '3.3209', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(4, 213, 57, '100392', 0, 10, 17, NULL, NULL, 14, 14, 0, '2.6203', '3.1556', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(5, 101, 1, '100000', 0, 10, 18, NULL, NULL, 14, 14, 0, '2.75', '3.1', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 103, 2, '100007', 0, 10, 18, NULL, NULL, 14, 14, 0, '2.75', '3.1', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 105, 3, '100014', 0, 10, 17, NULL, NULL, 14, 14, 0, '2.6372', '3.3256', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(5, 113, 7, '100042', 0, 12, 19, NULL, NULL, 14, 14, 0, '1.6971', '2.2314', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 115, 8, '100049', 0, 9, 19, NULL, NULL, 13, 14, 0, '3.3307', '3.9592', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 119, 10, '100063', 0, 9, 19, NULL, NULL, 13.5, 14, 0, '2.8623', '3.0064', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 121, 11, '100070', 0, 12, 18, NULL, NULL, 14, 14, 0, '3.9949', '4.0538', '{"gifted":["N"],"section_504":["1"]}', '{}'),
	(5, 123, 12, '100077', 0, 12, 18, NULL, NULL, 14, 14, 0, '3.5421', '4.1326', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(5, 125, 13, '100084', 0, 9, 17, NULL, NULL, 13, 14, 0, '3.8166', '4.396', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 131, 16, '100105', 0, 10, 18, NULL, NULL, 14, 14, 0, '3.2147', '3.32', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 135, 18, '100119', 0, 11, 17, NULL, NULL, 13, 14, 0, '2.9495', '3.1355', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 137, 19, '100126', 0, 10, 17, NULL, NULL, 14, 14, 0, '2.6712', '2.6846', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(5, 139, 20, '100133', 0, 12, 18, NULL, NULL, 13.5, 14, 0, '2.4912', '2.9525', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 141, 21, '100140', 0, 11, 17, NULL, NULL, 14, 14, 0, '3.1672', '3.3676', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 145, 23, '100154', 0, 11, 19, NULL, NULL, 14, 14, 0, '3.9873', '4.4085', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 147, 24, '100161', 0, 12, 17, NULL, NULL, 14, 14, 0, '3.9395', '4.3574', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 149, 25, '100168', 0, 10, 19, NULL, NULL, 14, 14, 0, '3.1985', '3.6152', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 151, 26, '100175', 0, 9, 19, NULL, NULL, 14, 14, 0, '2.9399', '3.4263', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 153, 27, '100182', 0, 8, 31, NULL, NULL, 14, 14, 0, NULL, NULL, '{"gifted":["N"],"section_504":["1"]}', '{}'),
	(5, 157, 29, '100196', 0, 8, 32, NULL, NULL, 14, 14, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 159, 30, '100203', 0, 9, 17, NULL, NULL, 11.5, 14, 0, '3.9492', '4.6538', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 161, 31, '100210', 0, 8, 31, NULL, NULL, 12, 14, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 163, 32, '100217', 0, 10, 17, NULL, NULL, 13, 14, 0, '2.1813', '2.8172', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 169, 35, '100238', 0, 12, 17, NULL, NULL, 14, 14, 0, '3.3872', '3.8765', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(5, 171, 36, '100245', 0, 9, 17, NULL, NULL, 13, 14, 0, '3.9851', '4.3935', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 173, 37, '100252', 0, 8, 31, NULL, NULL, 8, 14, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 175, 38, '100259', 0, 9, 18, NULL, NULL, 13, 14, 0, '3.9122', '3.9532', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 179, 40, '100273', 0, 12, 17, NULL, NULL, 14, 14, 0, '1.8735', '2.2888', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 181, 41, '100280', 0, 10, 18, NULL, NULL, 14, 14, 0, '3.6534', '3.8398', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 183, 42, '100287', 0, 11, 18, NULL, NULL, 13, 14, 0, '3.9808', '4.1705', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 185, 43, '100294', 0, 9, 18, NULL, NULL, 14, 14, 0, '2.3071', '2.7283', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 187, 44, '100301', 0, 11, 17, NULL, NULL, 14, 14, 0, '3.377', '3.3844', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 191, 46, '100315', 0, 8, 32, NULL, NULL, 14, 14, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 195, 48, '100329', 0, 9, 18, NULL, NULL, 14, 14, 0, '3.4186', '3.6908', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 197, 49, '100336', 0, 12, 18, NULL, NULL, 13.5, 14, 0, '3.1215', '3.7105', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 199, 50, '100343', 0, 10, 19, NULL, NULL, 14, 14, 0, '0.7017', '1.0256', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 203, 52, '100357', 0, 8, 31, NULL, NULL, 13, 14, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 205, 53, '100364', 0, 10, 18, NULL, NULL, 13, 14, 0, '3.9027', '4.6288', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 207, 54, '100371', 0, 12, 18, NULL, NULL, 12, 14, 0, '2.4173', '2.5298', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 209, 55, '100378', 0, 8, 31, NULL, NULL, 14, 14, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(5, 211, 56, '100385', 0, 11, 17, NULL, NULL, 14, 14, 0, '3.1935', '3.3209', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(5, 213, 57, '100392', 0, 10, 17, NULL, NULL, 14, 14, 0, '2.6203', '3.1556', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(6, 101, 1, '100000', 0, 10, 18, NULL, NULL, 15, 15, 0, '2.75', '3.1', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(6, 103, 2, '100007', 0, 10, 18, NULL, NULL, 15, 15, 0, '2.75', '3.1', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 105, 3, '100014', 0, 10, 17, NULL, NULL, 15, 15, 0, '2.75', '3.1', '{"gifted":["Y"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 113, 7, '100042', 0, 12, 19, NULL, NULL, 15, 15, 0, '1.6971', '2.2314', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 115, 8, '100049', 0, 9, 19, NULL, NULL, 14, 15, 0, '3.3307', '3.9592', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(6, 119, 10, '100063', 0, 9, 19, NULL, NULL, 14.5, 15, 0, '2.8623', '3.0064', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(6, 121, 11, '100070', 0, 12, 18, NULL, NULL, 15, 15, 0, '3.9949', '4.0538', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["1"]}', '{}'),
	(6, 123, 12, '100077', 0, 12, 18, NULL, NULL, 15, 15, 0, '3.5421', '4.1326', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 125, 13, '100084', 0, 9, 17, NULL, NULL, 14, 15, 0, '3.8166', '4.396', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 131, 16, '100105', 0, 10, 18, NULL, NULL, 15, 15, 0, '3.2147', '3.32', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(6, 135, 18, '100119', 0, 11, 17, NULL, NULL, 14, 15, 0, '2.9495', '3.1355', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 137, 19, '100126', 0, 10, 17, NULL, NULL, 15, 15, 0, '2.6712', '2.6846', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 139, 20, '100133', 0, 12, 18, NULL, NULL, 14.5, 15, 0, '2.4912', '2.9525', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 141, 21, '100140', 0, 11, 17, NULL, NULL, 15, 15, 0, '3.1672', '3.3676', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(6, 145, 23, '100154', 0, 11, 19, NULL, NULL, 15, 15, 0, '3.9873', '4.4085', '{"gifted":["N"],"iep":["1"],"lep":["1"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 147, 24, '100161', 0, 12, 17, NULL, NULL, 15, 15, 0, '3.9395', '4.3574', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 149, 25, '100168', 0, 10, 19, NULL, NULL, 15, 15, 0, '3.1985', '3.6152', '{"gifted":["N"],"iep":["0"],"lep":["1"],"lii":["1"],"section_504":["0"]}', '{}'),
	(6, 151, 26, '100175', 0, 9, 19, NULL, NULL, 15, 15, 0, '2.9399', '3.4263', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(6, 153, 27, '100182', 0, 8, 31, NULL, NULL, 15, 15, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["1"]}', '{}'),
	(6, 157, 29, '100196', 0, 8, 32, NULL, NULL, 15, 15, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 159, 30, '100203', 0, 9, 17, NULL, NULL, 12.5, 15, 0, '3.9492', '4.6538', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(6, 161, 31, '100210', 0, 8, 31, NULL, NULL, 13, 15, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(6, 163, 32, '100217', 0, 10, 17, NULL, NULL, 14, 15, 0, '2.1813', '2.8172', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(6, 169, 35, '100238', 0, 12, 17, NULL, NULL, 15, 15, 0, '3.3872', '3.8765', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 171, 36, '100245', 0, 9, 17, NULL, NULL, 14, 15, 0, '3.9851', '4.3935', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(6, 173, 37, '100252', 0, 8, 31, NULL, NULL, 9, 15, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 175, 38, '100259', 0, 9, 18, NULL, NULL, 14, 15, 0, '3.9122', '3.9532', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 179, 40, '100273', 0, 12, 17, NULL, NULL, 15, 15, 0, '1.8735', '2.2888', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 181, 41, '100280', 0, 10, 18, NULL, NULL, 15, 15, 0, '3.6534', '3.8398', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 183, 42, '100287', 0, 11, 18, NULL, NULL, 14, 15, 0, '3.9808', '4.1705', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 185, 43, '100294', 0, 9, 18, NULL, NULL, 15, 15, 0, '2.3071', '2.7283', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(6, 187, 44, '100301', 0, 11, 17, NULL, NULL, 15, 15, 0, '3.377', '3.3844', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 191, 46, '100315', 0, 8, 32, NULL, NULL, 15, 15, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(6, 195, 48, '100329', 0, 9, 18, NULL, NULL, 15, 15, 0, '3.4186', '3.6908', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(6, 197, 49, '100336', 0, 12, 18, NULL, NULL, 14.5, 15, 0, '3.1215', '3.7105', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 199, 50, '100343', 0, 10, 19, NULL, NULL, 15, 15, 0, '0.7017', '1.0256', '{"gifted":["N"],"iep":["0"],"lep":["1"],"lii":["1"],"section_504":["0"]}', '{}'),
	(6, 203, 52, '100357', 0, 8, 31, NULL, NULL, 14, 15, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 205, 53, '100364', 0, 10, 18, NULL, NULL, 14, 15, 0, '3.9027', '4.6288', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(6, 207, 54, '100371', 0, 12, 18, NULL, NULL, 13, 15, 0, '2.4173', '2.5298', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 209, 55, '100378', 0, 8, 31, NULL, NULL, 15, 15, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(6, 211, 56, '100385', 0, 11, 17, NULL, NULL, 15, 15, 0, '3.1935', '3.3209', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(7, 101, 1, '100000', 0, 10, 18, NULL, NULL, 15, 15, 0, '2.75', '3.1', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 103, 2, '100007', 0, 10, 18, NULL, NULL, 15, 15, 0, '2.75', '3.1', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 105, 3, '100014', 0, 10, 17, NULL, NULL, 15, 15, 0, '2.75', '3.1', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(7, 113, 7, '100042', 0, 12, 19, NULL, NULL, 15, 15, 0, '1.6971', '2.2314', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 115, 8, '100049', 0, 9, 19, NULL, NULL, 14, 15, 0, '3.3307', '3.9592', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 119, 10, '100063', 0, 9, 19, NULL, NULL, 14.5, 15, 0, '2.8623', '3.0064', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 121, 11, '100070', 0, 12, 18, NULL, NULL, 15, 15, 0, '3.9949', '4.0538', '{"gifted":["N"],"section_504":["1"]}', '{}'),
	(7, 123, 12, '100077', 0, 12, 18, NULL, NULL, 15, 15, 0, '3.5421', '4.1326', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(7, 125, 13, '100084', 0, 9, 17, NULL, NULL, 14, 15, 0, '3.8166', '4.396', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 131, 16, '100105', 0, 10, 18, NULL, NULL, 15, 15, 0, '3.2147', '3.32', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 135, 18, '100119', 0, 11, 17, NULL, NULL, 14, 15, 0, '2.9495', '3.1355', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 137, 19, '100126', 0, 10, 17, NULL, NULL, 15, 15, 0, '2.6712', '2.6846', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(7, 139, 20, '100133', 0, 12, 18, NULL, NULL, 14.5, 15, 0, '2.4912', '2.9525', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 141, 21, '100140', 0, 11, 17, NULL, NULL, 15, 15, 0, '3.1672', '3.3676', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 145, 23, '100154', 0, 11, 19, NULL, NULL, 15, 15, 0, '3.9873', '4.4085', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 147, 24, '100161', 0, 12, 17, NULL, NULL, 15, 15, 0, '3.9395', '4.3574', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 149, 25, '100168', 0, 10, 19, NULL, NULL, 15, 15, 0, '3.1985', '3.6152', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 151, 26, '100175', 0, 9, 19, NULL, NULL, 15, 15, 0, '2.9399', '3.4263', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 153, 27, '100182', 0, 8, 31, NULL, NULL, 15, 15, 0, NULL, NULL, '{"gifted":["N"],"section_504":["1"]}', '{}'),
	(7, 157, 29, '100196', 0, 8, 32, NULL, NULL, 15, 15, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 159, 30, '100203', 0, 9, 17, NULL, NULL, 12.5, 15, 0, '3.9492', '4.6538', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 161, 31, '100210', 0, 8, 31, NULL, NULL, 13, 15, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 163, 32, '100217', 0, 10, 17, NULL, NULL, 14, 15, 0, '2.1813', '2.8172', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 169, 35, '100238', 0, 12, 17, NULL, NULL, 15, 15, 0, '3.3872', '3.8765', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(7, 171, 36, '100245', 0, 9, 17, NULL, NULL, 14, 15, 0, '3.9851', '4.3935', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 173, 37, '100252', 0, 8, 31, NULL, NULL, 9, 15, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 175, 38, '100259', 0, 9, 18, NULL, NULL, 14, 15, 0, '3.9122', '3.9532', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 179, 40, '100273', 0, 12, 17, NULL, NULL, 15, 15, 0, '1.8735', '2.2888', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 181, 41, '100280', 0, 10, 18, NULL, NULL, 15, 15, 0, '3.6534', '3.8398', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 183, 42, '100287', 0, 11, 18, NULL, NULL, 14, 15, 0, '3.9808', '4.1705', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 185, 43, '100294', 0, 9, 18, NULL, NULL, 15, 15, 0, '2.3071', '2.7283', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 187, 44, '100301', 0, 11, 17, NULL, NULL, 15, 15, 0, '3.377', '3.3844', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 191, 46, '100315', 0, 8, 32, NULL, NULL, 15, 15, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 195, 48, '100329', 0, 9, 18, NULL, NULL, 15, 15, 0, '3.4186', '3.6908', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 197, 49, '100336', 0, 12, 18, NULL, NULL, 14.5, 15, 0, '3.1215', '3.7105', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 199, 50, '100343', 0, 10, 19, NULL, NULL, 15, 15, 0, '0.7017', '1.0256', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 203, 52, '100357', 0, 8, 31, NULL, NULL, 14, 15, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 205, 53, '100364', 0, 10, 18, NULL, NULL, 14, 15, 0, '3.9027', '4.6288', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 207, 54, '100371', 0, 12, 18, NULL, NULL, 13, 15, 0, '2.4173', '2.5298', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 209, 55, '100378', 0, 8, 31, NULL, NULL, 15, 15, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(7, 211, 56, '100385', 0, 11, 17, NULL, NULL, 15, 15, 0, '3.1935', '3.3209', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(8, 101, 1, '100000', 0, 10, 18, NULL, NULL, 16, 16, 0, '2.75', '3.1', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(8, 103, 2, '100007', 0, 10, 18, NULL, NULL, 16, 16, 0, '2.75', '3.1', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 105, 3, '100014', 0, 10, 17, NULL, NULL, 16, 16, 0, '2.75', '3.1', '{"gifted":["Y"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 113, 7, '100042', 0, 12, 19, NULL, NULL, 16, 16, 0, '2.75', '3.1', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 115, 8, '100049', 0, 9, 19, NULL, NULL, 15, 16, 0, '3.3307', '3.9592', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(8, 119, 10, '100063', 0, 9, 19, NULL, NULL, 15.5, 16, 0, '2.8623', '3.0064', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(8, 121, 11, '100070', 0, 12, 18, NULL, NULL, 16, 16, 0, '3.9949', '4.0538', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["1"]}', '{}'),
	(8, 123, 12, '100077', 0, 12, 18, NULL, NULL, 16, 16, 0, '3.5421', '4.1326', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 125, 13, '100084', 0, 9, 17, NULL, NULL, 15, 16, 0, '3.8166', '4.396', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 131, 16, '100105', 0, 10, 18, NULL, NULL, 16, 16, 0, '3.2147', '3.32', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(8, 135, 18, '100119', 0, 11, 17, NULL, NULL, 15, 16, 0, '2.9495', '3.1355', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 137, 19, '100126', 0, 10, 17, NULL, NULL, 16, 16, 0, '2.6712', '2.6846', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 139, 20, '100133', 0, 12, 18, NULL, NULL, 15.5, 16, 0, '2.4912', '2.9525', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 141, 21, '100140', 0, 11, 17, NULL, NULL, 16, 16, 0, '3.1672', '3.3676', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(8, 145, 23, '100154', 0, 11, 19, NULL, NULL, 16, 16, 0, '3.9873', '4.4085', '{"gifted":["N"],"iep":["1"],"lep":["1"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 147, 24, '100161', 0, 12, 17, NULL, NULL, 16, 16, 0, '3.9395', '4.3574', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 149, 25, '100168', 0, 10, 19, NULL, NULL, 16, 16, 0, '3.1985', '3.6152', '{"gifted":["N"],"iep":["0"],"lep":["1"],"lii":["1"],"section_504":["0"]}', '{}'),
	(8, 151, 26, '100175', 0, 9, 19, NULL, NULL, 16, 16, 0, '2.9399', '3.4263', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(8, 153, 27, '100182', 0, 8, 31, NULL, NULL, 16, 16, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["1"]}', '{}'),
	(8, 157, 29, '100196', 0, 8, 32, NULL, NULL, 16, 16, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 159, 30, '100203', 0, 9, 17, NULL, NULL, 13.5, 16, 0, '3.9492', '4.6538', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(8, 161, 31, '100210', 0, 8, 31, NULL, NULL, 14, 16, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(8, 163, 32, '100217', 0, 10, 17, NULL, NULL, 15, 16, 0, '2.1813', '2.8172', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(8, 169, 35, '100238', 0, 12, 17, NULL, NULL, 16, 16, 0, '3.3872', '3.8765', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 171, 36, '100245', 0, 9, 17, NULL, NULL, 15, 16, 0, '3.9851', '4.3935', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(8, 173, 37, '100252', 0, 8, 31, NULL, NULL, 10, 16, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 175, 38, '100259', 0, 9, 18, NULL, NULL, 15, 16, 0, '3.9122', '3.9532', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 179, 40, '100273', 0, 12, 17, NULL, NULL, 16, 16, 0, '1.8735', '2.2888', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 181, 41, '100280', 0, 10, 18, NULL, NULL, 16, 16, 0, '3.6534', '3.8398', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 183, 42, '100287', 0, 11, 18, NULL, NULL, 15, 16, 0, '3.9808', '4.1705', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 185, 43, '100294', 0, 9, 18, NULL, NULL, 16, 16, 0, '2.3071', '2.7283', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(8, 187, 44, '100301', 0, 11, 17, NULL, NULL, 16, 16, 0, '3.377', '3.3844', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 191, 46, '100315', 0, 8, 32, NULL, NULL, 16, 16, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(8, 195, 48, '100329', 0, 9, 18, NULL, NULL, 16, 16, 0, '3.4186', '3.6908', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(8, 197, 49, '100336', 0, 12, 18, NULL, NULL, 15.5, 16, 0, '3.1215', '3.7105', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 199, 50, '100343', 0, 10, 19, NULL, NULL, 16, 16, 0, '0.7017', '1.0256', '{"gifted":["N"],"iep":["0"],"lep":["1"],"lii":["1"],"section_504":["0"]}', '{}'),
	(8, 203, 52, '100357', 0, 8, 31, NULL, NULL, 15, 16, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 205, 53, '100364', 0, 10, 18, NULL, NULL, 15, 16, 0, '3.9027', '4.6288', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(8, 207, 54, '100371', 0, 12, 18, NULL, NULL, 14, 16, 0, '2.4173', '2.5298', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(8, 209, 55, '100378', 0, 8, 31, NULL, NULL, 16, 16, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(9, 101, 1, '100000', 0, 10, 18, NULL, NULL, 16, 16, 0, '2.75', '3.1', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 103, 2, '100007', 0, 10, 18, NULL, NULL, 16, 16, 0, '2.75', '3.1', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 105, 3, '100014', 0, 10, 17, NULL, NULL, 16, 16, 0, '2.75', '3.1', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(9, 113, 7, '100042', 0, 12, 19, NULL, NULL, 16, 16, 0, '2.75', '3.1', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 115, 8, '100049', 0, 9, 19, NULL, NULL, 15, 16, 0, '3.3307', '3.9592', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 119, 10, '100063', 0, 9, 19, NULL, NULL, 15.5, 16, 0, '2.8623', '3.0064', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 121, 11, '100070', 0, 12, 18, NULL, NULL, 16, 16, 0, '3.9949', '4.0538', '{"gifted":["N"],"section_504":["1"]}', '{}'),
	(9, 123, 12, '100077', 0, 12, 18, NULL, NULL, 16, 16, 0, '3.5421', '4.1326', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(9, 125, 13, '100084', 0, 9, 17, NULL, NULL, 15, 16, 0, '3.8166', '4.396', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 131, 16, '100105', 0, 10, 18, NULL, NULL, 16, 16, 0, '3.2147', '3.32', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 135, 18, '100119', 0, 11, 17, NULL, NULL, 15, 16, 0, '2.9495', '3.1355', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 137, 19, '100126', 0, 10, 17, NULL, NULL, 16, 16, 0, '2.6712', '2.6846', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(9, 139, 20, '100133', 0, 12, 18, NULL, NULL, 15.5, 16, 0, '2.4912', '2.9525', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 141, 21, '100140', 0, 11, 17, NULL, NULL, 16, 16, 0, '3.1672', '3.3676', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 145, 23, '100154', 0, 11, 19, NULL, NULL, 16, 16, 0, '3.9873', '4.4085', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 147, 24, '100161', 0, 12, 17, NULL, NULL, 16, 16, 0, '3.9395', '4.3574', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 149, 25, '100168', 0, 10, 19, NULL, NULL, 16, 16, 0, '3.1985', '3.6152', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 151, 26, '100175', 0, 9, 19, NULL, NULL, 16, 16, 0, '2.9399', '3.4263', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 153, 27, '100182', 0, 8, 31, NULL, NULL, 16, 16, 0, NULL, NULL, '{"gifted":["N"],"section_504":["1"]}', '{}'),
	(9, 157, 29, '100196', 0, 8, 32, NULL, NULL, 16, 16, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 159, 30, '100203', 0, 9, 17, NULL, NULL, 13.5, 16, 0, '3.9492', '4.6538', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 161, 31, '100210', 0, 8, 31, NULL, NULL, 14, 16, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 163, 32, '100217', 0, 10, 17, NULL, NULL, 15, 16, 0, '2.1813', '2.8172', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 169, 35, '100238', 0, 12, 17, NULL, NULL, 16, 16, 0, '3.3872', '3.8765', '{"gifted":["Y"],"section_504":["0"]}', '{}'),
	(9, 171, 36, '100245', 0, 9, 17, NULL, NULL, 15, 16, 0, '3.9851', '4.3935', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 173, 37, '100252', 0, 8, 31, NULL, NULL, 10, 16, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 175, 38, '100259', 0, 9, 18, NULL, NULL, 15, 16, 0, '3.9122', '3.9532', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 179, 40, '100273', 0, 12, 17, NULL, NULL, 16, 16, 0, '1.8735', '2.2888', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 181, 41, '100280', 0, 10, 18, NULL, NULL, 16, 16, 0, '3.6534', '3.8398', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 183, 42, '100287', 0, 11, 18, NULL, NULL, 15, 16, 0, '3.9808', '4.1705', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 185, 43, '100294', 0, 9, 18, NULL, NULL, 16, 16, 0, '2.3071', '2.7283', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 187, 44, '100301', 0, 11, 17, NULL, NULL, 16, 16, 0, '3.377', '3.3844', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 191, 46, '100315', 0, 8, 32, NULL, NULL, 16, 16, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 195, 48, '100329', 0, 9, 18, NULL, NULL, 16, 16, 0, '3.4186', '3.6908', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 197, 49, '100336', 0, 12, 18, NULL, NULL, 15.5, 16, 0, '3.1215', '3.7105', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 199, 50, '100343', 0, 10, 19, NULL, NULL, 16, 16, 0, '0.7017', '1.0256', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 203, 52, '100357', 0, 8, 31, NULL, NULL, 15, 16, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 205, 53, '100364', 0, 10, 18, NULL, NULL, 15, 16, 0, '3.9027', '4.6288', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 207, 54, '100371', 0, 12, 18, NULL, NULL, 14, 16, 0, '2.4173', '2.5298', '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(9, 209, 55, '100378', 0, 8, 31, NULL, NULL, 16, 16, 0, NULL, NULL, '{"gifted":["N"],"section_504":["0"]}', '{}'),
	(10, 101, 1, '100000', 0, 10, 18, NULL, NULL, 17, 17, 0, '2.75', '3.1', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(10, 103, 2, '100007', 0, 10, 18, NULL, NULL, 17, 17, 0, '2.75', '3.1', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 105, 3, '100014', 0, 10, 17, NULL, NULL, 17, 17, 0, '2.75', '3.1', '{"gifted":["Y"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 113, 7, '100042', 0, 12, 19, NULL, NULL, 17, 17, 0, '2.75', '3.1', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 115, 8, '100049', 0, 9, 19, NULL, NULL, 16, 17, 0, '2.75', '3.1', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(10, 119, 10, '100063', 0, 9, 19, NULL, NULL, 16.5, 17, 0, '2.8623', '3.0064', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(10, 121, 11, '100070', 0, 12, 18, NULL, NULL, 17, 17, 0, '3.9949', '4.0538', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["1"]}', '{}'),
	(10, 123, 12, '100077', 0, 12, 18, NULL, NULL, 17, 17, 0, '3.5421', '4.1326', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 125, 13, '100084', 0, 9, 17, NULL, NULL, 16, 17, 0, '3.8166', '4.396', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 131, 16, '100105', 0, 10, 18, NULL, NULL, 17, 17, 0, '3.2147', '3.32', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(10, 135, 18, '100119', 0, 11, 17, NULL, NULL, 16, 17, 0, '2.9495', '3.1355', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 137, 19, '100126', 0, 10, 17, NULL, NULL, 17, 17, 0, '2.6712', '2.6846', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 139, 20, '100133', 0, 12, 18, NULL, NULL, 16.5, 17, 0, '2.4912', '2.9525', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 141, 21, '100140', 0, 11, 17, NULL, NULL, 17, 17, 0, '3.1672', '3.3676', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(10, 145, 23, '100154', 0, 11, 19, NULL, NULL, 17, 17, 0, '3.9873', '4.4085', '{"gifted":["N"],"iep":["1"],"lep":["1"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 147, 24, '100161', 0, 12, 17, NULL, NULL, 17, 17, 0, '3.9395', '4.3574', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 149, 25, '100168', 0, 10, 19, NULL, NULL, 17, 17, 0, '3.1985', '3.6152', '{"gifted":["N"],"iep":["0"],"lep":["1"],"lii":["1"],"section_504":["0"]}', '{}'),
	(10, 151, 26, '100175', 0, 9, 19, NULL, NULL, 17, 17, 0, '2.9399', '3.4263', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(10, 153, 27, '100182', 0, 8, 31, NULL, NULL, 17, 17, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["1"]}', '{}'),
	(10, 157, 29, '100196', 0, 8, 32, NULL, NULL, 17, 17, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 159, 30, '100203', 0, 9, 17, NULL, NULL, 14.5, 17, 0, '3.9492', '4.6538', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(10, 161, 31, '100210', 0, 8, 31, NULL, NULL, 15, 17, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(10, 163, 32, '100217', 0, 10, 17, NULL, NULL, 16, 17, 0, '2.1813', '2.8172', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(10, 169, 35, '100238', 0, 12, 17, NULL, NULL, 17, 17, 0, '3.3872', '3.8765', '{"gifted":["Y"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 171, 36, '100245', 0, 9, 17, NULL, NULL, 16, 17, 0, '3.9851', '4.3935', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(10, 173, 37, '100252', 0, 8, 31, NULL, NULL, 11, 17, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 175, 38, '100259', 0, 9, 18, NULL, NULL, 16, 17, 0, '3.9122', '3.9532', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 179, 40, '100273', 0, 12, 17, NULL, NULL, 17, 17, 0, '1.8735', '2.2888', '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 181, 41, '100280', 0, 10, 18, NULL, NULL, 17, 17, 0, '3.6534', '3.8398', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 183, 42, '100287', 0, 11, 18, NULL, NULL, 16, 17, 0, '3.9808', '4.1705', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 185, 43, '100294', 0, 9, 18, NULL, NULL, 17, 17, 0, '2.3071', '2.7283', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(10, 187, 44, '100301', 0, 11, 17, NULL, NULL, 17, 17, 0, '3.377', '3.3844', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 191, 46, '100315', 0, 8, 32, NULL, NULL, 17, 17, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(10, 195, 48, '100329', 0, 9, 18, NULL, NULL, 17, 17, 0, '3.4186', '3.6908', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(10, 197, 49, '100336', 0, 12, 18, NULL, NULL, 16.5, 17, 0, '3.1215', '3.7105', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 199, 50, '100343', 0, 10, 19, NULL, NULL, 17, 17, 0, '0.7017', '1.0256', '{"gifted":["N"],"iep":["0"],"lep":["1"],"lii":["1"],"section_504":["0"]}', '{}'),
	(10, 203, 52, '100357', 0, 8, 31, NULL, NULL, 16, 17, 0, NULL, NULL, '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}'),
	(10, 205, 53, '100364', 0, 10, 18, NULL, NULL, 16, 17, 0, '3.9027', '4.6288', '{"gifted":["N"],"iep":["0"],"lep":["0"],"lii":["1"],"section_504":["0"]}', '{}'),
	(10, 209, 55, '100378', 0, 8, 31, NULL, NULL, 17, 17, 0, NULL, NULL, '{"gifted":["N"],"iep":["1"],"lep":["0"],"lii":["0"],"section_504":["0"]}', '{}');

-- Data for Name: tally; Type: TABLE DATA; Schema: public; Owner: -

INSERT INTO public.tally VALUES
	(1, 'attendance', 'file', '', '', 44, 0, 44, 0, 0, 0, 0, 0, 0),
	(1, 'attendance', 'column', 'attendance_percentage', '', 44, 0, 44, 0, 0, 0, 0, 0, 0),
	(1, 'attendance', 'school', '17', '', 15, 0, 15, 0, 0, 0, 0, 0, 0),
	(1, 'attendance', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(1, 'attendance', 'school', '19', '', 8, 0, 8, 0, 0, 0, 0, 0, 0),
	(1, 'attendance', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(1, 'attendance', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(1, 'attendance', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(1, 'attendance', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(1, 'attendance', 'grade', '10', '', 12, 0, 12, 0, 0, 0, 0, 0, 0),
	(1, 'attendance', 'grade', '11', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(1, 'attendance', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(1, 'gpa', 'file', '', '', 37, 0, 37, 0, 0, 0, 0, 0, 0),
	(1, 'gpa', 'column', 'numerator_unweighted', '', 37, 0, 37, 0, 0, 0, 0, 0, 0),
	(1, 'gpa', 'column', 'numerator_weighted', '', 37, 0, 37, 0, 0, 0, 0, 0, 0),
	(1, 'gpa', 'school', '17', '', 15, 0, 15, 0, 0, 0, 0, 0, 0),
	(1, 'gpa', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(1, 'gpa', 'school', '19', '', 8, 0, 8, 0, 0, 0, 0, 0, 0),
	(1, 'gpa', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(1, 'gpa', 'grade', '10', '', 12, 0, 12, 0, 0, 0, 0, 0, 0),
	(1, 'gpa', 'grade', '11', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(1, 'gpa', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'file', '', '', 39, 0, 39, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag', 'EL', '', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag', 'GFT', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag', 'IEP', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag', 'LI', '', 19, 0, 19, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag', '504', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'school', '18', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'school', '19', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'grade', '10', '', 11, 0, 11, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'grade', '12', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag_in_school', 'EL', '19', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag_in_school', 'GFT', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag_in_school', 'GFT', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag_in_school', 'IEP', '17', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag_in_school', 'IEP', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag_in_school', 'IEP', '19', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag_in_school', 'IEP', '31', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag_in_school', 'IEP', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag_in_school', 'LI', '17', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag_in_school', 'LI', '18', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag_in_school', 'LI', '19', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag_in_school', 'LI', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag_in_school', 'LI', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag_in_school', '504', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(1, 'tags', 'tag_in_school', '504', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(2, 'attendance', 'file', '', '', 43, 44, 0, 0, 1, 16, 0, 0, 0),
	(2, 'attendance', 'column', 'attendance_percentage', '', 43, 44, 0, 0, 1, 16, 0, 43, 0.34287418008348375),
	(2, 'attendance', 'school', '17', '', 14, 15, 0, 0, 1, 5, 0, 0, 0),
	(2, 'attendance', 'school', '18', '', 14, 14, 0, 0, 0, 6, 0, 0, 0),
	(2, 'attendance', 'school', '19', '', 8, 8, 0, 0, 0, 2, 0, 0, 0),
	(2, 'attendance', 'school', '31', '', 5, 5, 0, 0, 0, 3, 0, 0, 0),
	(2, 'attendance', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(2, 'attendance', 'grade', '8', '', 7, 7, 0, 0, 0, 3, 0, 0, 0),
	(2, 'attendance', 'grade', '9', '', 9, 9, 0, 0, 0, 6, 0, 0, 0),
	(2, 'attendance', 'grade', '10', '', 12, 12, 0, 0, 0, 2, 0, 0, 0),
	(2, 'attendance', 'grade', '11', '', 6, 7, 0, 0, 1, 2, 0, 0, 0),
	(2, 'attendance', 'grade', '12', '', 9, 9, 0, 0, 0, 3, 0, 0, 0),
	(2, 'gpa', 'file', '', '', 36, 37, 0, 0, 1, 1, 0, 0, 0),
	(2, 'gpa', 'column', 'numerator_unweighted', '', 36, 37, 0, 0, 1, 1, 0, 0, 0),
	(2, 'gpa', 'column', 'numerator_weighted', '', 36, 37, 0, 0, 1, 1, 0, 0, 0),
	(2, 'gpa', 'school', '17', '', 14, 15, 0, 0, 1, 0, 0, 0, 0),
	(2, 'gpa', 'school', '18', '', 14, 14, 0, 0, 0, 1, 0, 0, 0),
	(2, 'gpa', 'school', '19', '', 8, 8, 0, 0, 0, 0, 0, 0, 0),
	(2, 'gpa', 'grade', '9', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(2, 'gpa', 'grade', '10', '', 12, 12, 0, 0, 0, 1, 0, 0, 0),
	(2, 'gpa', 'grade', '11', '', 6, 7, 0, 0, 1, 0, 0, 0, 0),
	(2, 'gpa', 'grade', '12', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'file', '', '', 40, 39, 1, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag', 'EL', '', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag', 'GFT', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag', 'IEP', '', 11, 10, 1, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag', 'LI', '', 19, 19, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag', '504', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'school', '17', '', 13, 13, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'school', '18', '', 10, 9, 1, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'school', '19', '', 10, 10, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'school', '31', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'grade', '8', '', 7, 7, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'grade', '9', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'grade', '10', '', 12, 11, 1, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'grade', '11', '', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'grade', '12', '', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag_in_school', 'EL', '19', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag_in_school', 'GFT', '17', 4, 4, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag_in_school', 'GFT', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag_in_school', 'IEP', '17', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag_in_school', 'IEP', '18', 2, 1, 1, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag_in_school', 'IEP', '19', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag_in_school', 'IEP', '31', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag_in_school', 'IEP', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag_in_school', 'LI', '17', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag_in_school', 'LI', '18', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag_in_school', 'LI', '19', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag_in_school', 'LI', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag_in_school', 'LI', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag_in_school', '504', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(2, 'tags', 'tag_in_school', '504', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(3, 'attendance', 'file', '', '', 43, 43, 0, 0, 0, 0, 0, 0, 0),
	(3, 'attendance', 'column', 'attendance_percentage', '', 43, 43, 0, 0, 0, 0, 0, 43, 0),
	(3, 'attendance', 'school', '17', '', 14, 14, 0, 0, 0, 0, 0, 0, 0),
	(3, 'attendance', 'school', '18', '', 14, 14, 0, 0, 0, 0, 0, 0, 0),
	(3, 'attendance', 'school', '19', '', 8, 8, 0, 0, 0, 0, 0, 0, 0),
	(3, 'attendance', 'school', '31', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(3, 'attendance', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(3, 'attendance', 'grade', '8', '', 7, 7, 0, 0, 0, 0, 0, 0, 0),
	(3, 'attendance', 'grade', '9', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(3, 'attendance', 'grade', '10', '', 12, 12, 0, 0, 0, 0, 0, 0, 0),
	(3, 'attendance', 'grade', '11', '', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(3, 'attendance', 'grade', '12', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(3, 'gpa', 'file', '', '', 36, 36, 0, 0, 0, 0, 0, 0, 0),
	(3, 'gpa', 'column', 'numerator_unweighted', '', 36, 36, 0, 0, 0, 0, 0, 0, 0),
	(3, 'gpa', 'column', 'numerator_weighted', '', 36, 36, 0, 0, 0, 0, 0, 0, 0),
	(3, 'gpa', 'school', '17', '', 14, 14, 0, 0, 0, 0, 0, 0, 0),
	(3, 'gpa', 'school', '18', '', 14, 14, 0, 0, 0, 0, 0, 0, 0),
	(3, 'gpa', 'school', '19', '', 8, 8, 0, 0, 0, 0, 0, 0, 0),
	(3, 'gpa', 'grade', '9', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(3, 'gpa', 'grade', '10', '', 12, 12, 0, 0, 0, 0, 0, 0, 0),
	(3, 'gpa', 'grade', '11', '', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(3, 'gpa', 'grade', '12', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(3, 'tags', 'file', '', '', 7, 40, 0, 33, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag', 'EL', '', 0, 3, 0, 3, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag', 'GFT', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag', 'IEP', '', 0, 11, 0, 11, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag', 'LI', '', 0, 19, 0, 19, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag', '504', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(3, 'tags', 'school', '17', '', 4, 13, 0, 9, 0, 0, 0, 0, 0),
	(3, 'tags', 'school', '18', '', 2, 10, 0, 8, 0, 0, 0, 0, 0),
	(3, 'tags', 'school', '19', '', 0, 10, 0, 10, 0, 0, 0, 0, 0),
	(3, 'tags', 'school', '31', '', 1, 5, 0, 4, 0, 0, 0, 0, 0),
	(3, 'tags', 'school', '32', '', 0, 2, 0, 2, 0, 0, 0, 0, 0),
	(3, 'tags', 'grade', '8', '', 1, 7, 0, 6, 0, 0, 0, 0, 0),
	(3, 'tags', 'grade', '9', '', 0, 9, 0, 9, 0, 0, 0, 0, 0),
	(3, 'tags', 'grade', '10', '', 2, 12, 0, 10, 0, 0, 0, 0, 0),
	(3, 'tags', 'grade', '11', '', 1, 6, 0, 5, 0, 0, 0, 0, 0),
	(3, 'tags', 'grade', '12', '', 3, 6, 0, 3, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag_in_school', 'EL', '19', 0, 3, 0, 3, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag_in_school', 'GFT', '17', 4, 4, 0, 0, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag_in_school', 'GFT', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag_in_school', 'IEP', '17', 0, 3, 0, 3, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag_in_school', 'IEP', '18', 0, 2, 0, 2, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag_in_school', 'IEP', '19', 0, 2, 0, 2, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag_in_school', 'IEP', '31', 0, 3, 0, 3, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag_in_school', 'IEP', '32', 0, 1, 0, 1, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag_in_school', 'LI', '17', 0, 6, 0, 6, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag_in_school', 'LI', '18', 0, 6, 0, 6, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag_in_school', 'LI', '19', 0, 5, 0, 5, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag_in_school', 'LI', '31', 0, 1, 0, 1, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag_in_school', 'LI', '32', 0, 1, 0, 1, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag_in_school', '504', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(3, 'tags', 'tag_in_school', '504', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(4, 'attendance', 'file', '', '', 42, 43, 0, 0, 1, 16, 0, 0, 0),
	(4, 'attendance', 'column', 'attendance_percentage', '', 42, 43, 0, 0, 1, 16, 0, 42, 0.3008895866038726),
	(4, 'attendance', 'school', '17', '', 14, 14, 0, 0, 0, 5, 0, 0, 0),
	(4, 'attendance', 'school', '18', '', 14, 14, 0, 0, 0, 6, 0, 0, 0),
	(4, 'attendance', 'school', '19', '', 7, 8, 0, 0, 1, 2, 0, 0, 0),
	(4, 'attendance', 'school', '31', '', 5, 5, 0, 0, 0, 3, 0, 0, 0),
	(4, 'attendance', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(4, 'attendance', 'grade', '8', '', 7, 7, 0, 0, 0, 3, 0, 0, 0),
	(4, 'attendance', 'grade', '9', '', 9, 9, 0, 0, 0, 6, 0, 0, 0),
	(4, 'attendance', 'grade', '10', '', 11, 12, 0, 0, 1, 2, 0, 0, 0),
	(4, 'attendance', 'grade', '11', '', 6, 6, 0, 0, 0, 2, 0, 0, 0),
	(4, 'attendance', 'grade', '12', '', 9, 9, 0, 0, 0, 3, 0, 0, 0),
	(4, 'gpa', 'file', '', '', 35, 36, 0, 0, 1, 1, 0, 0, 0),
	(4, 'gpa', 'column', 'numerator_unweighted', '', 35, 36, 0, 0, 1, 1, 1, 0, 0),
	(4, 'gpa', 'column', 'numerator_weighted', '', 35, 36, 0, 0, 1, 1, 0, 0, 0),
	(4, 'gpa', 'school', '17', '', 14, 14, 0, 0, 0, 0, 0, 0, 0),
	(4, 'gpa', 'school', '18', '', 14, 14, 0, 0, 0, 1, 0, 0, 0),
	(4, 'gpa', 'school', '19', '', 7, 8, 0, 0, 1, 0, 0, 0, 0),
	(4, 'gpa', 'grade', '9', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(4, 'gpa', 'grade', '10', '', 11, 12, 0, 0, 1, 1, 0, 0, 0),
	(4, 'gpa', 'grade', '11', '', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(4, 'gpa', 'grade', '12', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'file', '', '', 41, 40, 1, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag', 'EL', '', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag', 'GFT', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag', 'IEP', '', 12, 11, 1, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag', 'LI', '', 19, 19, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag', '504', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'school', '17', '', 13, 13, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'school', '18', '', 11, 10, 1, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'school', '19', '', 10, 10, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'school', '31', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'grade', '8', '', 7, 7, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'grade', '9', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'grade', '10', '', 13, 12, 1, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'grade', '11', '', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'grade', '12', '', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag_in_school', 'EL', '19', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag_in_school', 'GFT', '17', 4, 4, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag_in_school', 'GFT', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag_in_school', 'IEP', '17', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag_in_school', 'IEP', '18', 3, 2, 1, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag_in_school', 'IEP', '19', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag_in_school', 'IEP', '31', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag_in_school', 'IEP', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag_in_school', 'LI', '17', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag_in_school', 'LI', '18', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag_in_school', 'LI', '19', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag_in_school', 'LI', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag_in_school', 'LI', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag_in_school', '504', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(4, 'tags', 'tag_in_school', '504', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(5, 'attendance', 'file', '', '', 43, 42, 1, 0, 0, 16, 0, 0, 0),
	(5, 'attendance', 'column', 'attendance_percentage', '', 43, 42, 1, 0, 0, 16, 0, 42, -0.3008895866038726),
	(5, 'attendance', 'school', '17', '', 14, 14, 0, 0, 0, 5, 0, 0, 0),
	(5, 'attendance', 'school', '18', '', 14, 14, 0, 0, 0, 6, 0, 0, 0),
	(5, 'attendance', 'school', '19', '', 8, 7, 1, 0, 0, 2, 0, 0, 0),
	(5, 'attendance', 'school', '31', '', 5, 5, 0, 0, 0, 3, 0, 0, 0),
	(5, 'attendance', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(5, 'attendance', 'grade', '8', '', 7, 7, 0, 0, 0, 3, 0, 0, 0),
	(5, 'attendance', 'grade', '9', '', 9, 9, 0, 0, 0, 6, 0, 0, 0),
	(5, 'attendance', 'grade', '10', '', 12, 11, 1, 0, 0, 2, 0, 0, 0),
	(5, 'attendance', 'grade', '11', '', 6, 6, 0, 0, 0, 2, 0, 0, 0),
	(5, 'attendance', 'grade', '12', '', 9, 9, 0, 0, 0, 3, 0, 0, 0),
	(5, 'gpa', 'file', '', '', 36, 35, 1, 0, 0, 1, 0, 0, 0),
	(5, 'gpa', 'column', 'numerator_unweighted', '', 36, 35, 1, 0, 0, 1, 1, 0, 0),
	(5, 'gpa', 'column', 'numerator_weighted', '', 36, 35, 1, 0, 0, 1, 0, 0, 0),
	(5, 'gpa', 'school', '17', '', 14, 14, 0, 0, 0, 0, 0, 0, 0),
	(5, 'gpa', 'school', '18', '', 14, 14, 0, 0, 0, 1, 0, 0, 0),
	(5, 'gpa', 'school', '19', '', 8, 7, 1, 0, 0, 0, 0, 0, 0),
	(5, 'gpa', 'grade', '9', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(5, 'gpa', 'grade', '10', '', 12, 11, 1, 0, 0, 1, 0, 0, 0),
	(5, 'gpa', 'grade', '11', '', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(5, 'gpa', 'grade', '12', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'file', '', '', 40, 41, 0, 1, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag', 'EL', '', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag', 'GFT', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag', 'IEP', '', 11, 12, 0, 1, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag', 'LI', '', 19, 19, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag', '504', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'school', '17', '', 13, 13, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'school', '18', '', 10, 11, 0, 1, 0, 0, 0, 0, 0),
	(5, 'tags', 'school', '19', '', 10, 10, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'school', '31', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'grade', '8', '', 7, 7, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'grade', '9', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'grade', '10', '', 12, 13, 0, 1, 0, 0, 0, 0, 0),
	(5, 'tags', 'grade', '11', '', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'grade', '12', '', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag_in_school', 'EL', '19', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag_in_school', 'GFT', '17', 4, 4, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag_in_school', 'GFT', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag_in_school', 'IEP', '17', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag_in_school', 'IEP', '18', 2, 3, 0, 1, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag_in_school', 'IEP', '19', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag_in_school', 'IEP', '31', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag_in_school', 'IEP', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag_in_school', 'LI', '17', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag_in_school', 'LI', '18', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag_in_school', 'LI', '19', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag_in_school', 'LI', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag_in_school', 'LI', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag_in_school', '504', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(5, 'tags', 'tag_in_school', '504', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(6, 'attendance', 'file', '', '', 42, 43, 0, 0, 1, 16, 0, 0, 0),
	(6, 'attendance', 'column', 'attendance_percentage', '', 42, 43, 0, 0, 1, 16, 0, 42, 0.3008895866038726),
	(6, 'attendance', 'school', '17', '', 14, 14, 0, 0, 0, 5, 0, 0, 0),
	(6, 'attendance', 'school', '18', '', 14, 14, 0, 0, 0, 6, 0, 0, 0),
	(6, 'attendance', 'school', '19', '', 7, 8, 0, 0, 1, 2, 0, 0, 0),
	(6, 'attendance', 'school', '31', '', 5, 5, 0, 0, 0, 3, 0, 0, 0),
	(6, 'attendance', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(6, 'attendance', 'grade', '8', '', 7, 7, 0, 0, 0, 3, 0, 0, 0),
	(6, 'attendance', 'grade', '9', '', 9, 9, 0, 0, 0, 6, 0, 0, 0),
	(6, 'attendance', 'grade', '10', '', 11, 12, 0, 0, 1, 2, 0, 0, 0),
	(6, 'attendance', 'grade', '11', '', 6, 6, 0, 0, 0, 2, 0, 0, 0),
	(6, 'attendance', 'grade', '12', '', 9, 9, 0, 0, 0, 3, 0, 0, 0),
	(6, 'gpa', 'file', '', '', 35, 36, 0, 0, 1, 1, 0, 0, 0),
	(6, 'gpa', 'column', 'numerator_unweighted', '', 35, 36, 0, 0, 1, 1, 1, 0, 0),
	(6, 'gpa', 'column', 'numerator_weighted', '', 35, 36, 0, 0, 1, 1, 0, 0, 0),
	(6, 'gpa', 'school', '17', '', 14, 14, 0, 0, 0, 0, 0, 0, 0),
	(6, 'gpa', 'school', '18', '', 14, 14, 0, 0, 0, 1, 0, 0, 0),
	(6, 'gpa', 'school', '19', '', 7, 8, 0, 0, 1, 0, 0, 0, 0),
	(6, 'gpa', 'grade', '9', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(6, 'gpa', 'grade', '10', '', 11, 12, 0, 0, 1, 1, 0, 0, 0),
	(6, 'gpa', 'grade', '11', '', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(6, 'gpa', 'grade', '12', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(6, 'tags', 'file', '', '', 7, 40, 0, 33, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag', 'EL', '', 0, 3, 0, 3, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag', 'GFT', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag', 'IEP', '', 0, 11, 0, 11, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag', 'LI', '', 0, 19, 0, 19, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag', '504', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(6, 'tags', 'school', '17', '', 4, 13, 0, 9, 0, 0, 0, 0, 0),
	(6, 'tags', 'school', '18', '', 2, 10, 0, 8, 0, 0, 0, 0, 0),
	(6, 'tags', 'school', '19', '', 0, 10, 0, 10, 0, 0, 0, 0, 0),
	(6, 'tags', 'school', '31', '', 1, 5, 0, 4, 0, 0, 0, 0, 0),
	(6, 'tags', 'school', '32', '', 0, 2, 0, 2, 0, 0, 0, 0, 0),
	(6, 'tags', 'grade', '8', '', 1, 7, 0, 6, 0, 0, 0, 0, 0),
	(6, 'tags', 'grade', '9', '', 0, 9, 0, 9, 0, 0, 0, 0, 0),
	(6, 'tags', 'grade', '10', '', 2, 12, 0, 10, 0, 0, 0, 0, 0),
	(6, 'tags', 'grade', '11', '', 1, 6, 0, 5, 0, 0, 0, 0, 0),
	(6, 'tags', 'grade', '12', '', 3, 6, 0, 3, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag_in_school', 'EL', '19', 0, 3, 0, 3, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag_in_school', 'GFT', '17', 4, 4, 0, 0, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag_in_school', 'GFT', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag_in_school', 'IEP', '17', 0, 3, 0, 3, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag_in_school', 'IEP', '18', 0, 2, 0, 2, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag_in_school', 'IEP', '19', 0, 2, 0, 2, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag_in_school', 'IEP', '31', 0, 3, 0, 3, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag_in_school', 'IEP', '32', 0, 1, 0, 1, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag_in_school', 'LI', '17', 0, 6, 0, 6, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag_in_school', 'LI', '18', 0, 6, 0, 6, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag_in_school', 'LI', '19', 0, 5, 0, 5, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag_in_school', 'LI', '31', 0, 1, 0, 1, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag_in_school', 'LI', '32', 0, 1, 0, 1, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag_in_school', '504', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(6, 'tags', 'tag_in_school', '504', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(7, 'attendance', 'file', '', '', 41, 43, 0, 0, 2, 16, 0, 0, 0),
	(7, 'attendance', 'column', 'attendance_percentage', '', 41, 43, 0, 0, 2, 16, 0, 41, 0.5753595997498432),
	(7, 'attendance', 'school', '17', '', 13, 14, 0, 0, 1, 5, 0, 0, 0),
	(7, 'attendance', 'school', '18', '', 14, 14, 0, 0, 0, 6, 0, 0, 0),
	(7, 'attendance', 'school', '19', '', 7, 8, 0, 0, 1, 2, 0, 0, 0),
	(7, 'attendance', 'school', '31', '', 5, 5, 0, 0, 0, 3, 0, 0, 0),
	(7, 'attendance', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(7, 'attendance', 'grade', '8', '', 7, 7, 0, 0, 0, 3, 0, 0, 0),
	(7, 'attendance', 'grade', '9', '', 9, 9, 0, 0, 0, 6, 0, 0, 0),
	(7, 'attendance', 'grade', '10', '', 10, 12, 0, 0, 2, 2, 0, 0, 0),
	(7, 'attendance', 'grade', '11', '', 6, 6, 0, 0, 0, 2, 0, 0, 0),
	(7, 'attendance', 'grade', '12', '', 9, 9, 0, 0, 0, 3, 0, 0, 0),
	(7, 'gpa', 'file', '', '', 34, 36, 0, 0, 2, 2, 0, 0, 0),
	(7, 'gpa', 'column', 'numerator_unweighted', '', 34, 36, 0, 0, 2, 2, 1, 0, 0),
	(7, 'gpa', 'column', 'numerator_weighted', '', 34, 36, 0, 0, 2, 2, 0, 0, 0),
	(7, 'gpa', 'school', '17', '', 13, 14, 0, 0, 1, 1, 0, 0, 0),
	(7, 'gpa', 'school', '18', '', 14, 14, 0, 0, 0, 1, 0, 0, 0),
	(7, 'gpa', 'school', '19', '', 7, 8, 0, 0, 1, 0, 0, 0, 0),
	(7, 'gpa', 'grade', '9', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(7, 'gpa', 'grade', '10', '', 10, 12, 0, 0, 2, 2, 0, 0, 0),
	(7, 'gpa', 'grade', '11', '', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(7, 'gpa', 'grade', '12', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'file', '', '', 41, 40, 2, 0, 1, 0, 0, 0, 0),
	(7, 'tags', 'tag', 'EL', '', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag', 'GFT', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag', 'IEP', '', 13, 11, 2, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag', 'LI', '', 18, 19, 0, 0, 1, 0, 0, 0, 0),
	(7, 'tags', 'tag', '504', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'school', '17', '', 13, 13, 1, 0, 1, 0, 0, 0, 0),
	(7, 'tags', 'school', '18', '', 11, 10, 1, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'school', '19', '', 10, 10, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'school', '31', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'grade', '8', '', 7, 7, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'grade', '9', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'grade', '10', '', 13, 12, 2, 0, 1, 0, 0, 0, 0),
	(7, 'tags', 'grade', '11', '', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'grade', '12', '', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag_in_school', 'EL', '19', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag_in_school', 'GFT', '17', 4, 4, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag_in_school', 'GFT', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag_in_school', 'IEP', '17', 4, 3, 1, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag_in_school', 'IEP', '18', 3, 2, 1, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag_in_school', 'IEP', '19', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag_in_school', 'IEP', '31', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag_in_school', 'IEP', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag_in_school', 'LI', '17', 5, 6, 0, 0, 1, 0, 0, 0, 0),
	(7, 'tags', 'tag_in_school', 'LI', '18', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag_in_school', 'LI', '19', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag_in_school', 'LI', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag_in_school', 'LI', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag_in_school', '504', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(7, 'tags', 'tag_in_school', '504', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(8, 'attendance', 'file', '', '', 41, 41, 0, 0, 0, 0, 0, 0, 0),
	(8, 'attendance', 'column', 'attendance_percentage', '', 41, 41, 0, 0, 0, 0, 0, 41, 0),
	(8, 'attendance', 'school', '17', '', 13, 13, 0, 0, 0, 0, 0, 0, 0),
	(8, 'attendance', 'school', '18', '', 14, 14, 0, 0, 0, 0, 0, 0, 0),
	(8, 'attendance', 'school', '19', '', 7, 7, 0, 0, 0, 0, 0, 0, 0),
	(8, 'attendance', 'school', '31', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(8, 'attendance', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(8, 'attendance', 'grade', '8', '', 7, 7, 0, 0, 0, 0, 0, 0, 0),
	(8, 'attendance', 'grade', '9', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(8, 'attendance', 'grade', '10', '', 10, 10, 0, 0, 0, 0, 0, 0, 0),
	(8, 'attendance', 'grade', '11', '', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(8, 'attendance', 'grade', '12', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(8, 'gpa', 'file', '', '', 34, 34, 0, 0, 0, 0, 0, 0, 0),
	(8, 'gpa', 'column', 'numerator_unweighted', '', 34, 34, 0, 0, 0, 0, 0, 0, 0),
	(8, 'gpa', 'column', 'numerator_weighted', '', 34, 34, 0, 0, 0, 0, 0, 0, 0),
	(8, 'gpa', 'school', '17', '', 13, 13, 0, 0, 0, 0, 0, 0, 0),
	(8, 'gpa', 'school', '18', '', 14, 14, 0, 0, 0, 0, 0, 0, 0),
	(8, 'gpa', 'school', '19', '', 7, 7, 0, 0, 0, 0, 0, 0, 0),
	(8, 'gpa', 'grade', '9', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(8, 'gpa', 'grade', '10', '', 10, 10, 0, 0, 0, 0, 0, 0, 0),
	(8, 'gpa', 'grade', '11', '', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(8, 'gpa', 'grade', '12', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(8, 'tags', 'file', '', '', 7, 41, 0, 34, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag', 'EL', '', 0, 3, 0, 3, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag', 'GFT', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag', 'IEP', '', 0, 13, 0, 13, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag', 'LI', '', 0, 18, 0, 18, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag', '504', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(8, 'tags', 'school', '17', '', 4, 13, 0, 9, 0, 0, 0, 0, 0),
	(8, 'tags', 'school', '18', '', 2, 11, 0, 9, 0, 0, 0, 0, 0),
	(8, 'tags', 'school', '19', '', 0, 10, 0, 10, 0, 0, 0, 0, 0),
	(8, 'tags', 'school', '31', '', 1, 5, 0, 4, 0, 0, 0, 0, 0),
	(8, 'tags', 'school', '32', '', 0, 2, 0, 2, 0, 0, 0, 0, 0),
	(8, 'tags', 'grade', '8', '', 1, 7, 0, 6, 0, 0, 0, 0, 0),
	(8, 'tags', 'grade', '9', '', 0, 9, 0, 9, 0, 0, 0, 0, 0),
	(8, 'tags', 'grade', '10', '', 2, 13, 0, 11, 0, 0, 0, 0, 0),
	(8, 'tags', 'grade', '11', '', 1, 6, 0, 5, 0, 0, 0, 0, 0),
	(8, 'tags', 'grade', '12', '', 3, 6, 0, 3, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag_in_school', 'EL', '19', 0, 3, 0, 3, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag_in_school', 'GFT', '17', 4, 4, 0, 0, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag_in_school', 'GFT', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag_in_school', 'IEP', '17', 0, 4, 0, 4, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag_in_school', 'IEP', '18', 0, 3, 0, 3, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag_in_school', 'IEP', '19', 0, 2, 0, 2, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag_in_school', 'IEP', '31', 0, 3, 0, 3, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag_in_school', 'IEP', '32', 0, 1, 0, 1, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag_in_school', 'LI', '17', 0, 5, 0, 5, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag_in_school', 'LI', '18', 0, 6, 0, 6, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag_in_school', 'LI', '19', 0, 5, 0, 5, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag_in_school', 'LI', '31', 0, 1, 0, 1, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag_in_school', 'LI', '32', 0, 1, 0, 1, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag_in_school', '504', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(8, 'tags', 'tag_in_school', '504', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(9, 'attendance', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(9, 'attendance', 'column', 'attendance_percentage', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(9, 'attendance', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(9, 'attendance', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(9, 'attendance', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(9, 'attendance', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(9, 'attendance', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(9, 'attendance', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(9, 'attendance', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(9, 'attendance', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(9, 'attendance', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(9, 'attendance', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(9, 'gpa', 'file', '', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(9, 'gpa', 'column', 'numerator_unweighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(9, 'gpa', 'column', 'numerator_weighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(9, 'gpa', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(9, 'gpa', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(9, 'gpa', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(9, 'gpa', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(9, 'gpa', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(9, 'gpa', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(9, 'gpa', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag', 'EL', '', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag', 'GFT', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag', 'IEP', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag', 'LI', '', 18, 0, 18, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag', '504', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'school', '18', '', 11, 0, 11, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'school', '19', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'grade', '10', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'grade', '12', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag_in_school', 'EL', '19', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag_in_school', 'GFT', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag_in_school', 'GFT', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag_in_school', 'IEP', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag_in_school', 'IEP', '18', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag_in_school', 'IEP', '19', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag_in_school', 'IEP', '31', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag_in_school', 'IEP', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag_in_school', 'LI', '17', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag_in_school', 'LI', '18', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag_in_school', 'LI', '19', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag_in_school', 'LI', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag_in_school', 'LI', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag_in_school', '504', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(9, 'tags', 'tag_in_school', '504', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(10, 'attendance', 'file', '', '', 40, 41, 0, 0, 1, 16, 0, 0, 0),
	(10, 'attendance', 'column', 'attendance_percentage', '', 40, 41, 0, 0, 1, 16, 0, 40, 0.23958333333333356),
	(10, 'attendance', 'school', '17', '', 12, 13, 0, 0, 1, 5, 0, 0, 0),
	(10, 'attendance', 'school', '18', '', 14, 14, 0, 0, 0, 6, 0, 0, 0),
	(10, 'attendance', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(10, 'attendance', 'school', '31', '', 5, 5, 0, 0, 0, 3, 0, 0, 0),
	(10, 'attendance', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(10, 'attendance', 'grade', '8', '', 7, 7, 0, 0, 0, 3, 0, 0, 0),
	(10, 'attendance', 'grade', '9', '', 9, 9, 0, 0, 0, 6, 0, 0, 0),
	(10, 'attendance', 'grade', '10', '', 10, 10, 0, 0, 0, 2, 0, 0, 0),
	(10, 'attendance', 'grade', '11', '', 5, 6, 0, 0, 1, 2, 0, 0, 0),
	(10, 'attendance', 'grade', '12', '', 9, 9, 0, 0, 0, 3, 0, 0, 0),
	(10, 'gpa', 'file', '', '', 33, 34, 0, 0, 1, 1, 0, 0, 0),
	(10, 'gpa', 'column', 'numerator_unweighted', '', 33, 34, 0, 0, 1, 1, 1, 0, 0),
	(11, 'tags', 'tag', 'EL', '', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(10, 'gpa', 'column', 'numerator_weighted', '', 33, 34, 0, 0, 1, 1, 1, 0, 0),
	(10, 'gpa', 'school', '17', '', 12, 13, 0, 0, 1, 0, 0, 0, 0),
	(10, 'gpa', 'school', '18', '', 14, 14, 0, 0, 0, 0, 0, 0, 0),
	(10, 'gpa', 'school', '19', '', 7, 7, 0, 0, 0, 1, 0, 0, 0),
	(10, 'gpa', 'grade', '9', '', 9, 9, 0, 0, 0, 0, 0, 0, 0),
	(10, 'gpa', 'grade', '10', '', 10, 10, 0, 0, 0, 0, 0, 0, 0),
	(10, 'gpa', 'grade', '11', '', 5, 6, 0, 0, 1, 0, 0, 0, 0),
	(10, 'gpa', 'grade', '12', '', 9, 9, 0, 0, 0, 1, 0, 0, 0),
	(10, 'tags', 'file', '', '', 6, 41, 0, 33, 2, 0, 0, 0, 0),
	(10, 'tags', 'tag', 'EL', '', 0, 3, 0, 3, 0, 0, 0, 0, 0),
	(10, 'tags', 'tag', 'GFT', '', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(10, 'tags', 'tag', 'IEP', '', 0, 13, 0, 13, 0, 0, 0, 0, 0),
	(10, 'tags', 'tag', 'LI', '', 0, 18, 0, 17, 1, 0, 0, 0, 0),
	(10, 'tags', 'tag', '504', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(10, 'tags', 'school', '17', '', 3, 13, 0, 8, 2, 0, 0, 0, 0),
	(10, 'tags', 'school', '18', '', 2, 11, 0, 9, 0, 0, 0, 0, 0),
	(10, 'tags', 'school', '19', '', 0, 10, 0, 10, 0, 0, 0, 0, 0),
	(10, 'tags', 'school', '31', '', 1, 5, 0, 4, 0, 0, 0, 0, 0),
	(10, 'tags', 'school', '32', '', 0, 2, 0, 2, 0, 0, 0, 0, 0),
	(10, 'tags', 'grade', '8', '', 1, 7, 0, 6, 0, 0, 0, 0, 0),
	(10, 'tags', 'grade', '9', '', 0, 9, 0, 9, 0, 0, 0, 0, 0),
	(10, 'tags', 'grade', '10', '', 2, 13, 0, 11, 0, 0, 0, 0, 0),
	(10, 'tags', 'grade', '11', '', 0, 6, 0, 4, 2, 0, 0, 0, 0),
	(10, 'tags', 'grade', '12', '', 3, 6, 0, 3, 0, 0, 0, 0, 0),
	(10, 'tags', 'tag_in_school', 'EL', '19', 0, 3, 0, 3, 0, 0, 0, 0, 0),
	(10, 'tags', 'tag_in_school', 'GFT', '17', 3, 4, 0, 0, 1, 0, 0, 0, 0),
	(10, 'tags', 'tag_in_school', 'GFT', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(10, 'tags', 'tag_in_school', 'IEP', '17', 0, 4, 0, 4, 0, 0, 0, 0, 0),
	(10, 'tags', 'tag_in_school', 'IEP', '18', 0, 3, 0, 3, 0, 0, 0, 0, 0),
	(10, 'tags', 'tag_in_school', 'IEP', '19', 0, 2, 0, 2, 0, 0, 0, 0, 0),
	(10, 'tags', 'tag_in_school', 'IEP', '31', 0, 3, 0, 3, 0, 0, 0, 0, 0),
	(10, 'tags', 'tag_in_school', 'IEP', '32', 0, 1, 0, 1, 0, 0, 0, 0, 0),
	(10, 'tags', 'tag_in_school', 'LI', '17', 0, 5, 0, 4, 1, 0, 0, 0, 0),
	(10, 'tags', 'tag_in_school', 'LI', '18', 0, 6, 0, 6, 0, 0, 0, 0, 0),
	(10, 'tags', 'tag_in_school', 'LI', '19', 0, 5, 0, 5, 0, 0, 0, 0, 0),
	(10, 'tags', 'tag_in_school', 'LI', '31', 0, 1, 0, 1, 0, 0, 0, 0, 0),
	(10, 'tags', 'tag_in_school', 'LI', '32', 0, 1, 0, 1, 0, 0, 0, 0, 0),
	(10, 'tags', 'tag_in_school', '504', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(10, 'tags', 'tag_in_school', '504', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(11, 'attendance', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(11, 'attendance', 'column', 'attendance_percentage', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(11, 'attendance', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(11, 'attendance', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(11, 'attendance', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(11, 'attendance', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(11, 'attendance', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(11, 'attendance', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(11, 'attendance', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(11, 'attendance', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(11, 'attendance', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(11, 'attendance', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(11, 'gpa', 'file', '', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(11, 'gpa', 'column', 'numerator_unweighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(11, 'gpa', 'column', 'numerator_weighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(11, 'gpa', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(11, 'gpa', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(11, 'gpa', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(11, 'gpa', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(11, 'gpa', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(11, 'gpa', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(11, 'gpa', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag', 'GFT', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag', 'IEP', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag', 'LI', '', 18, 0, 18, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag', '504', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'school', '18', '', 11, 0, 11, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'school', '19', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'grade', '10', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'grade', '12', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag_in_school', 'EL', '19', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag_in_school', 'GFT', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag_in_school', 'GFT', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag_in_school', 'IEP', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag_in_school', 'IEP', '18', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag_in_school', 'IEP', '19', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag_in_school', 'IEP', '31', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag_in_school', 'IEP', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag_in_school', 'LI', '17', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag_in_school', 'LI', '18', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag_in_school', 'LI', '19', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag_in_school', 'LI', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag_in_school', 'LI', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag_in_school', '504', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(11, 'tags', 'tag_in_school', '504', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(12, 'attendance', 'file', '', '', 39, 41, 0, 0, 2, 15, 0, 0, 0),
	(12, 'attendance', 'column', 'attendance_percentage', '', 39, 41, 0, 0, 2, 15, 0, 39, 0.4223227752639506),
	(12, 'attendance', 'school', '17', '', 12, 13, 0, 0, 1, 5, 0, 0, 0),
	(12, 'attendance', 'school', '18', '', 13, 14, 0, 0, 1, 5, 0, 0, 0),
	(12, 'attendance', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(12, 'attendance', 'school', '31', '', 5, 5, 0, 0, 0, 3, 0, 0, 0),
	(12, 'attendance', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(12, 'attendance', 'grade', '8', '', 7, 7, 0, 0, 0, 3, 0, 0, 0),
	(12, 'attendance', 'grade', '9', '', 9, 9, 0, 0, 0, 6, 0, 0, 0),
	(12, 'attendance', 'grade', '10', '', 10, 10, 0, 0, 0, 2, 0, 0, 0),
	(12, 'attendance', 'grade', '11', '', 5, 6, 0, 0, 1, 2, 0, 0, 0),
	(12, 'attendance', 'grade', '12', '', 8, 9, 0, 0, 1, 2, 0, 0, 0),
	(12, 'gpa', 'file', '', '', 32, 34, 0, 0, 2, 2, 0, 0, 0),
	(12, 'gpa', 'column', 'numerator_unweighted', '', 32, 34, 0, 0, 2, 2, 2, 0, 0),
	(12, 'gpa', 'column', 'numerator_weighted', '', 32, 34, 0, 0, 2, 2, 2, 0, 0),
	(12, 'gpa', 'school', '17', '', 12, 13, 0, 0, 1, 0, 0, 0, 0),
	(12, 'gpa', 'school', '18', '', 13, 14, 0, 0, 1, 0, 0, 0, 0),
	(12, 'gpa', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(12, 'gpa', 'grade', '9', '', 9, 9, 0, 0, 0, 1, 0, 0, 0),
	(12, 'gpa', 'grade', '10', '', 10, 10, 0, 0, 0, 0, 0, 0, 0),
	(12, 'gpa', 'grade', '11', '', 5, 6, 0, 0, 1, 0, 0, 0, 0),
	(12, 'gpa', 'grade', '12', '', 8, 9, 0, 0, 1, 1, 0, 0, 0),
	(12, 'tags', 'file', '', '', 41, 41, 2, 0, 2, 0, 0, 0, 0),
	(12, 'tags', 'tag', 'EL', '', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'tag', 'GFT', '', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(12, 'tags', 'tag', 'IEP', '', 15, 13, 2, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'tag', 'LI', '', 17, 18, 0, 0, 1, 0, 0, 0, 0),
	(12, 'tags', 'tag', '504', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'school', '17', '', 11, 13, 0, 0, 2, 0, 0, 0, 0),
	(12, 'tags', 'school', '18', '', 11, 11, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'school', '19', '', 12, 10, 2, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'school', '31', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'grade', '8', '', 7, 7, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'grade', '9', '', 10, 9, 1, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'grade', '10', '', 13, 13, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'grade', '11', '', 4, 6, 0, 0, 2, 0, 0, 0, 0),
	(12, 'tags', 'grade', '12', '', 7, 6, 1, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'tag_in_school', 'EL', '19', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'tag_in_school', 'GFT', '17', 3, 4, 0, 0, 1, 0, 0, 0, 0),
	(12, 'tags', 'tag_in_school', 'GFT', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'tag_in_school', 'IEP', '17', 4, 4, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'tag_in_school', 'IEP', '18', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'tag_in_school', 'IEP', '19', 4, 2, 2, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'tag_in_school', 'IEP', '31', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'tag_in_school', 'IEP', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'tag_in_school', 'LI', '17', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(12, 'tags', 'tag_in_school', 'LI', '18', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'tag_in_school', 'LI', '19', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'tag_in_school', 'LI', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'tag_in_school', 'LI', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'tag_in_school', '504', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(12, 'tags', 'tag_in_school', '504', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(13, 'attendance', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(13, 'attendance', 'column', 'attendance_percentage', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(13, 'attendance', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(13, 'attendance', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(13, 'attendance', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(13, 'attendance', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(13, 'attendance', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(13, 'attendance', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(13, 'attendance', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(13, 'attendance', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(13, 'attendance', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(13, 'attendance', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(13, 'gpa', 'file', '', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(13, 'gpa', 'column', 'numerator_unweighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(13, 'gpa', 'column', 'numerator_weighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(13, 'gpa', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(13, 'gpa', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(13, 'gpa', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(13, 'gpa', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(13, 'gpa', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(13, 'gpa', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(13, 'gpa', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag', 'EL', '', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag', 'GFT', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag', 'IEP', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag', 'LI', '', 18, 0, 18, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag', '504', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'school', '18', '', 11, 0, 11, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'school', '19', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'grade', '10', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'grade', '12', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag_in_school', 'EL', '19', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag_in_school', 'GFT', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag_in_school', 'GFT', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag_in_school', 'IEP', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag_in_school', 'IEP', '18', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag_in_school', 'IEP', '19', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag_in_school', 'IEP', '31', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag_in_school', 'IEP', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag_in_school', 'LI', '17', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag_in_school', 'LI', '18', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag_in_school', 'LI', '19', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag_in_school', 'LI', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag_in_school', 'LI', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag_in_school', '504', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(13, 'tags', 'tag_in_school', '504', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(14, 'attendance', 'file', '', '', 39, 41, 0, 0, 2, 15, 0, 0, 0),
	(14, 'attendance', 'column', 'attendance_percentage', '', 39, 41, 0, 0, 2, 15, 0, 39, 0.4223227752639506),
	(14, 'attendance', 'school', '17', '', 12, 13, 0, 0, 1, 5, 0, 0, 0),
	(14, 'attendance', 'school', '18', '', 13, 14, 0, 0, 1, 5, 0, 0, 0),
	(14, 'attendance', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(14, 'attendance', 'school', '31', '', 5, 5, 0, 0, 0, 3, 0, 0, 0),
	(14, 'attendance', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(14, 'attendance', 'grade', '8', '', 7, 7, 0, 0, 0, 3, 0, 0, 0),
	(14, 'attendance', 'grade', '9', '', 9, 9, 0, 0, 0, 6, 0, 0, 0),
	(14, 'attendance', 'grade', '10', '', 10, 10, 0, 0, 0, 2, 0, 0, 0),
	(14, 'attendance', 'grade', '11', '', 5, 6, 0, 0, 1, 2, 0, 0, 0),
	(14, 'attendance', 'grade', '12', '', 8, 9, 0, 0, 1, 2, 0, 0, 0),
	(14, 'gpa', 'file', '', '', 32, 34, 0, 0, 2, 2, 0, 0, 0),
	(14, 'gpa', 'column', 'numerator_unweighted', '', 32, 34, 0, 0, 2, 2, 2, 0, 0),
	(14, 'gpa', 'column', 'numerator_weighted', '', 32, 34, 0, 0, 2, 2, 2, 0, 0),
	(14, 'gpa', 'school', '17', '', 12, 13, 0, 0, 1, 0, 0, 0, 0),
	(14, 'gpa', 'school', '18', '', 13, 14, 0, 0, 1, 0, 0, 0, 0),
	(14, 'gpa', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(14, 'gpa', 'grade', '9', '', 9, 9, 0, 0, 0, 1, 0, 0, 0),
	(14, 'gpa', 'grade', '10', '', 10, 10, 0, 0, 0, 0, 0, 0, 0),
	(14, 'gpa', 'grade', '11', '', 5, 6, 0, 0, 1, 0, 0, 0, 0),
	(14, 'gpa', 'grade', '12', '', 8, 9, 0, 0, 1, 1, 0, 0, 0),
	(14, 'tags', 'file', '', '', 41, 41, 2, 0, 2, 0, 0, 0, 0),
	(14, 'tags', 'tag', 'EL', '', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'tag', 'GFT', '', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(14, 'tags', 'tag', 'IEP', '', 15, 13, 2, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'tag', 'LI', '', 17, 18, 0, 0, 1, 0, 0, 0, 0),
	(14, 'tags', 'tag', '504', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'school', '17', '', 11, 13, 0, 0, 2, 0, 0, 0, 0),
	(14, 'tags', 'school', '18', '', 11, 11, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'school', '19', '', 12, 10, 2, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'school', '31', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'grade', '8', '', 7, 7, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'grade', '9', '', 10, 9, 1, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'grade', '10', '', 13, 13, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'grade', '11', '', 4, 6, 0, 0, 2, 0, 0, 0, 0),
	(14, 'tags', 'grade', '12', '', 7, 6, 1, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'tag_in_school', 'EL', '19', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'tag_in_school', 'GFT', '17', 3, 4, 0, 0, 1, 0, 0, 0, 0),
	(14, 'tags', 'tag_in_school', 'GFT', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'tag_in_school', 'IEP', '17', 4, 4, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'tag_in_school', 'IEP', '18', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'tag_in_school', 'IEP', '19', 4, 2, 2, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'tag_in_school', 'IEP', '31', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'tag_in_school', 'IEP', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'tag_in_school', 'LI', '17', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(14, 'tags', 'tag_in_school', 'LI', '18', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'tag_in_school', 'LI', '19', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'tag_in_school', 'LI', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'tag_in_school', 'LI', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'tag_in_school', '504', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(14, 'tags', 'tag_in_school', '504', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(15, 'attendance', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(15, 'attendance', 'column', 'attendance_percentage', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(15, 'attendance', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(15, 'attendance', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(15, 'attendance', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(15, 'attendance', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(15, 'attendance', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(15, 'attendance', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(15, 'attendance', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(15, 'attendance', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(15, 'attendance', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(15, 'attendance', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(15, 'gpa', 'file', '', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(15, 'gpa', 'column', 'numerator_unweighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(15, 'gpa', 'column', 'numerator_weighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(15, 'gpa', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(15, 'gpa', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(15, 'gpa', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(15, 'gpa', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(15, 'gpa', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(15, 'gpa', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(15, 'gpa', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag', 'EL', '', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag', 'GFT', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag', 'IEP', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag', 'LI', '', 18, 0, 18, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag', '504', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'school', '18', '', 11, 0, 11, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'school', '19', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'grade', '10', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'grade', '12', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag_in_school', 'EL', '19', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag_in_school', 'GFT', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag_in_school', 'GFT', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag_in_school', 'IEP', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag_in_school', 'IEP', '18', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag_in_school', 'IEP', '19', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag_in_school', 'IEP', '31', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag_in_school', 'IEP', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag_in_school', 'LI', '17', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag_in_school', 'LI', '18', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag_in_school', 'LI', '19', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag_in_school', 'LI', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag_in_school', 'LI', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag_in_school', '504', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(15, 'tags', 'tag_in_school', '504', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(16, 'attendance', 'file', '', '', 39, 41, 0, 0, 2, 15, 0, 0, 0),
	(16, 'attendance', 'column', 'attendance_percentage', '', 39, 41, 0, 0, 2, 15, 0, 39, 0.4223227752639506),
	(16, 'attendance', 'school', '17', '', 12, 13, 0, 0, 1, 5, 0, 0, 0),
	(16, 'attendance', 'school', '18', '', 13, 14, 0, 0, 1, 5, 0, 0, 0),
	(16, 'attendance', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(16, 'attendance', 'school', '31', '', 5, 5, 0, 0, 0, 3, 0, 0, 0),
	(16, 'attendance', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(16, 'attendance', 'grade', '8', '', 7, 7, 0, 0, 0, 3, 0, 0, 0),
	(16, 'attendance', 'grade', '9', '', 9, 9, 0, 0, 0, 6, 0, 0, 0),
	(16, 'attendance', 'grade', '10', '', 10, 10, 0, 0, 0, 2, 0, 0, 0),
	(16, 'attendance', 'grade', '11', '', 5, 6, 0, 0, 1, 2, 0, 0, 0),
	(16, 'attendance', 'grade', '12', '', 8, 9, 0, 0, 1, 2, 0, 0, 0),
	(16, 'gpa', 'file', '', '', 32, 34, 0, 0, 2, 2, 0, 0, 0),
	(16, 'gpa', 'column', 'numerator_unweighted', '', 32, 34, 0, 0, 2, 2, 2, 0, 0),
	(16, 'gpa', 'column', 'numerator_weighted', '', 32, 34, 0, 0, 2, 2, 2, 0, 0),
	(16, 'gpa', 'school', '17', '', 12, 13, 0, 0, 1, 0, 0, 0, 0),
	(16, 'gpa', 'school', '18', '', 13, 14, 0, 0, 1, 0, 0, 0, 0),
	(16, 'gpa', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(16, 'gpa', 'grade', '9', '', 9, 9, 0, 0, 0, 1, 0, 0, 0),
	(16, 'gpa', 'grade', '10', '', 10, 10, 0, 0, 0, 0, 0, 0, 0),
	(16, 'gpa', 'grade', '11', '', 5, 6, 0, 0, 1, 0, 0, 0, 0),
	(16, 'gpa', 'grade', '12', '', 8, 9, 0, 0, 1, 1, 0, 0, 0),
	(16, 'tags', 'file', '', '', 41, 41, 2, 0, 2, 0, 0, 0, 0),
	(16, 'tags', 'tag', 'EL', '', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'tag', 'GFT', '', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(16, 'tags', 'tag', 'IEP', '', 15, 13, 2, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'tag', 'LI', '', 17, 18, 0, 0, 1, 0, 0, 0, 0),
	(16, 'tags', 'tag', '504', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'school', '17', '', 11, 13, 0, 0, 2, 0, 0, 0, 0),
	(16, 'tags', 'school', '18', '', 11, 11, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'school', '19', '', 12, 10, 2, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'school', '31', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'grade', '8', '', 7, 7, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'grade', '9', '', 10, 9, 1, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'grade', '10', '', 13, 13, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'grade', '11', '', 4, 6, 0, 0, 2, 0, 0, 0, 0),
	(16, 'tags', 'grade', '12', '', 7, 6, 1, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'tag_in_school', 'EL', '19', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'tag_in_school', 'GFT', '17', 3, 4, 0, 0, 1, 0, 0, 0, 0),
	(16, 'tags', 'tag_in_school', 'GFT', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'tag_in_school', 'IEP', '17', 4, 4, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'tag_in_school', 'IEP', '18', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'tag_in_school', 'IEP', '19', 4, 2, 2, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'tag_in_school', 'IEP', '31', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'tag_in_school', 'IEP', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'tag_in_school', 'LI', '17', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(16, 'tags', 'tag_in_school', 'LI', '18', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'tag_in_school', 'LI', '19', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'tag_in_school', 'LI', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'tag_in_school', 'LI', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'tag_in_school', '504', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(16, 'tags', 'tag_in_school', '504', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(17, 'attendance', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(17, 'attendance', 'column', 'attendance_percentage', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(17, 'attendance', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(17, 'attendance', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(17, 'attendance', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(17, 'attendance', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(17, 'attendance', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(17, 'attendance', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(17, 'attendance', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(17, 'attendance', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(17, 'attendance', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(17, 'attendance', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(17, 'gpa', 'file', '', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(17, 'gpa', 'column', 'numerator_unweighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(17, 'gpa', 'column', 'numerator_weighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(17, 'gpa', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(17, 'gpa', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(17, 'gpa', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(17, 'gpa', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(17, 'gpa', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(17, 'gpa', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(17, 'gpa', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag', 'EL', '', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag', 'GFT', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag', 'IEP', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag', 'LI', '', 18, 0, 18, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag', '504', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'school', '18', '', 11, 0, 11, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'school', '19', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'grade', '10', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'grade', '12', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag_in_school', 'EL', '19', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag_in_school', 'GFT', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag_in_school', 'GFT', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag_in_school', 'IEP', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag_in_school', 'IEP', '18', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag_in_school', 'IEP', '19', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag_in_school', 'IEP', '31', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag_in_school', 'IEP', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag_in_school', 'LI', '17', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag_in_school', 'LI', '18', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag_in_school', 'LI', '19', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag_in_school', 'LI', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag_in_school', 'LI', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag_in_school', '504', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(17, 'tags', 'tag_in_school', '504', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(18, 'attendance', 'file', '', '', 39, 41, 0, 0, 2, 15, 0, 0, 0),
	(18, 'attendance', 'column', 'attendance_percentage', '', 39, 41, 0, 0, 2, 15, 0, 39, 0.4223227752639506),
	(18, 'attendance', 'school', '17', '', 12, 13, 0, 0, 1, 5, 0, 0, 0),
	(18, 'attendance', 'school', '18', '', 13, 14, 0, 0, 1, 5, 0, 0, 0),
	(18, 'attendance', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(18, 'attendance', 'school', '31', '', 5, 5, 0, 0, 0, 3, 0, 0, 0),
	(18, 'attendance', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(18, 'attendance', 'grade', '8', '', 7, 7, 0, 0, 0, 3, 0, 0, 0),
	(18, 'attendance', 'grade', '9', '', 9, 9, 0, 0, 0, 6, 0, 0, 0),
	(18, 'attendance', 'grade', '10', '', 10, 10, 0, 0, 0, 2, 0, 0, 0),
	(18, 'attendance', 'grade', '11', '', 5, 6, 0, 0, 1, 2, 0, 0, 0),
	(18, 'attendance', 'grade', '12', '', 8, 9, 0, 0, 1, 2, 0, 0, 0),
	(18, 'gpa', 'file', '', '', 32, 34, 0, 0, 2, 2, 0, 0, 0),
	(18, 'gpa', 'column', 'numerator_unweighted', '', 32, 34, 0, 0, 2, 2, 2, 0, 0),
	(18, 'gpa', 'column', 'numerator_weighted', '', 32, 34, 0, 0, 2, 2, 2, 0, 0),
	(18, 'gpa', 'school', '17', '', 12, 13, 0, 0, 1, 0, 0, 0, 0),
	(18, 'gpa', 'school', '18', '', 13, 14, 0, 0, 1, 0, 0, 0, 0),
	(18, 'gpa', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(18, 'gpa', 'grade', '9', '', 9, 9, 0, 0, 0, 1, 0, 0, 0),
	(18, 'gpa', 'grade', '10', '', 10, 10, 0, 0, 0, 0, 0, 0, 0),
	(18, 'gpa', 'grade', '11', '', 5, 6, 0, 0, 1, 0, 0, 0, 0),
	(18, 'gpa', 'grade', '12', '', 8, 9, 0, 0, 1, 1, 0, 0, 0),
	(18, 'tags', 'file', '', '', 41, 41, 2, 0, 2, 0, 0, 0, 0),
	(18, 'tags', 'tag', 'EL', '', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'tag', 'GFT', '', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(18, 'tags', 'tag', 'IEP', '', 15, 13, 2, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'tag', 'LI', '', 17, 18, 0, 0, 1, 0, 0, 0, 0),
	(18, 'tags', 'tag', '504', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'school', '17', '', 11, 13, 0, 0, 2, 0, 0, 0, 0),
	(18, 'tags', 'school', '18', '', 11, 11, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'school', '19', '', 12, 10, 2, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'school', '31', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'grade', '8', '', 7, 7, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'grade', '9', '', 10, 9, 1, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'grade', '10', '', 13, 13, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'grade', '11', '', 4, 6, 0, 0, 2, 0, 0, 0, 0),
	(18, 'tags', 'grade', '12', '', 7, 6, 1, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'tag_in_school', 'EL', '19', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'tag_in_school', 'GFT', '17', 3, 4, 0, 0, 1, 0, 0, 0, 0),
	(18, 'tags', 'tag_in_school', 'GFT', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'tag_in_school', 'IEP', '17', 4, 4, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'tag_in_school', 'IEP', '18', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'tag_in_school', 'IEP', '19', 4, 2, 2, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'tag_in_school', 'IEP', '31', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'tag_in_school', 'IEP', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'tag_in_school', 'LI', '17', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(18, 'tags', 'tag_in_school', 'LI', '18', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'tag_in_school', 'LI', '19', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'tag_in_school', 'LI', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'tag_in_school', 'LI', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'tag_in_school', '504', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(18, 'tags', 'tag_in_school', '504', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(19, 'attendance', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(19, 'attendance', 'column', 'attendance_percentage', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(19, 'attendance', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(19, 'attendance', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(19, 'attendance', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(19, 'attendance', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(19, 'attendance', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(19, 'attendance', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(19, 'attendance', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(19, 'attendance', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(19, 'attendance', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(19, 'attendance', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(19, 'gpa', 'file', '', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(19, 'gpa', 'column', 'numerator_unweighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(19, 'gpa', 'column', 'numerator_weighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(19, 'gpa', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(19, 'gpa', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(19, 'gpa', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(19, 'gpa', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(19, 'gpa', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(19, 'gpa', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(19, 'gpa', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag', 'EL', '', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag', 'GFT', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag', 'IEP', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag', 'LI', '', 18, 0, 18, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag', '504', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'school', '18', '', 11, 0, 11, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'school', '19', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'grade', '10', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'grade', '12', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag_in_school', 'EL', '19', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag_in_school', 'GFT', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag_in_school', 'GFT', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag_in_school', 'IEP', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag_in_school', 'IEP', '18', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag_in_school', 'IEP', '19', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag_in_school', 'IEP', '31', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag_in_school', 'IEP', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0);
INSERT INTO public.tally VALUES
	(19, 'tags', 'tag_in_school', 'LI', '17', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag_in_school', 'LI', '18', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag_in_school', 'LI', '19', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag_in_school', 'LI', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag_in_school', 'LI', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag_in_school', '504', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(19, 'tags', 'tag_in_school', '504', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(20, 'attendance', 'file', '', '', 39, 41, 0, 0, 2, 15, 0, 0, 0),
	(20, 'attendance', 'column', 'attendance_percentage', '', 39, 41, 0, 0, 2, 15, 0, 39, 0.4223227752639506),
	(20, 'attendance', 'school', '17', '', 12, 13, 0, 0, 1, 5, 0, 0, 0),
	(20, 'attendance', 'school', '18', '', 13, 14, 0, 0, 1, 5, 0, 0, 0),
	(20, 'attendance', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(20, 'attendance', 'school', '31', '', 5, 5, 0, 0, 0, 3, 0, 0, 0),
	(20, 'attendance', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(20, 'attendance', 'grade', '8', '', 7, 7, 0, 0, 0, 3, 0, 0, 0),
	(20, 'attendance', 'grade', '9', '', 9, 9, 0, 0, 0, 6, 0, 0, 0),
	(20, 'attendance', 'grade', '10', '', 10, 10, 0, 0, 0, 2, 0, 0, 0),
	(20, 'attendance', 'grade', '11', '', 5, 6, 0, 0, 1, 2, 0, 0, 0),
	(20, 'attendance', 'grade', '12', '', 8, 9, 0, 0, 1, 2, 0, 0, 0),
	(20, 'gpa', 'file', '', '', 32, 34, 0, 0, 2, 2, 0, 0, 0),
	(20, 'gpa', 'column', 'numerator_unweighted', '', 32, 34, 0, 0, 2, 2, 2, 0, 0),
	(20, 'gpa', 'column', 'numerator_weighted', '', 32, 34, 0, 0, 2, 2, 2, 0, 0),
	(20, 'gpa', 'school', '17', '', 12, 13, 0, 0, 1, 0, 0, 0, 0),
	(20, 'gpa', 'school', '18', '', 13, 14, 0, 0, 1, 0, 0, 0, 0),
	(20, 'gpa', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(20, 'gpa', 'grade', '9', '', 9, 9, 0, 0, 0, 1, 0, 0, 0),
	(20, 'gpa', 'grade', '10', '', 10, 10, 0, 0, 0, 0, 0, 0, 0),
	(20, 'gpa', 'grade', '11', '', 5, 6, 0, 0, 1, 0, 0, 0, 0),
	(20, 'gpa', 'grade', '12', '', 8, 9, 0, 0, 1, 1, 0, 0, 0),
	(20, 'tags', 'file', '', '', 41, 41, 2, 0, 2, 0, 0, 0, 0),
	(20, 'tags', 'tag', 'EL', '', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'tag', 'GFT', '', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(20, 'tags', 'tag', 'IEP', '', 15, 13, 2, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'tag', 'LI', '', 17, 18, 0, 0, 1, 0, 0, 0, 0),
	(20, 'tags', 'tag', '504', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'school', '17', '', 11, 13, 0, 0, 2, 0, 0, 0, 0),
	(20, 'tags', 'school', '18', '', 11, 11, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'school', '19', '', 12, 10, 2, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'school', '31', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'grade', '8', '', 7, 7, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'grade', '9', '', 10, 9, 1, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'grade', '10', '', 13, 13, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'grade', '11', '', 4, 6, 0, 0, 2, 0, 0, 0, 0),
	(20, 'tags', 'grade', '12', '', 7, 6, 1, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'tag_in_school', 'EL', '19', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'tag_in_school', 'GFT', '17', 3, 4, 0, 0, 1, 0, 0, 0, 0),
	(20, 'tags', 'tag_in_school', 'GFT', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'tag_in_school', 'IEP', '17', 4, 4, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'tag_in_school', 'IEP', '18', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'tag_in_school', 'IEP', '19', 4, 2, 2, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'tag_in_school', 'IEP', '31', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'tag_in_school', 'IEP', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'tag_in_school', 'LI', '17', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(20, 'tags', 'tag_in_school', 'LI', '18', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'tag_in_school', 'LI', '19', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'tag_in_school', 'LI', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'tag_in_school', 'LI', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'tag_in_school', '504', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(20, 'tags', 'tag_in_school', '504', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(21, 'attendance', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(21, 'attendance', 'column', 'attendance_percentage', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(21, 'attendance', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(21, 'attendance', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(21, 'attendance', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(21, 'attendance', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(21, 'attendance', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(21, 'attendance', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(21, 'attendance', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(21, 'attendance', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(21, 'attendance', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(21, 'attendance', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(21, 'gpa', 'file', '', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(21, 'gpa', 'column', 'numerator_unweighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(21, 'gpa', 'column', 'numerator_weighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(21, 'gpa', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(21, 'gpa', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(21, 'gpa', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(21, 'gpa', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(21, 'gpa', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(21, 'gpa', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(21, 'gpa', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag', 'EL', '', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag', 'GFT', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag', 'IEP', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag', 'LI', '', 18, 0, 18, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag', '504', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'school', '18', '', 11, 0, 11, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'school', '19', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'grade', '10', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'grade', '12', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag_in_school', 'EL', '19', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag_in_school', 'GFT', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag_in_school', 'GFT', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag_in_school', 'IEP', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag_in_school', 'IEP', '18', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag_in_school', 'IEP', '19', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag_in_school', 'IEP', '31', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag_in_school', 'IEP', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag_in_school', 'LI', '17', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag_in_school', 'LI', '18', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag_in_school', 'LI', '19', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag_in_school', 'LI', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag_in_school', 'LI', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag_in_school', '504', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(21, 'tags', 'tag_in_school', '504', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(22, 'attendance', 'file', '', '', 39, 41, 0, 0, 2, 15, 0, 0, 0),
	(22, 'attendance', 'column', 'attendance_percentage', '', 39, 41, 0, 0, 2, 15, 0, 39, 0.4223227752639506),
	(22, 'attendance', 'school', '17', '', 12, 13, 0, 0, 1, 5, 0, 0, 0),
	(22, 'attendance', 'school', '18', '', 13, 14, 0, 0, 1, 5, 0, 0, 0),
	(22, 'attendance', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(22, 'attendance', 'school', '31', '', 5, 5, 0, 0, 0, 3, 0, 0, 0),
	(22, 'attendance', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(22, 'attendance', 'grade', '8', '', 7, 7, 0, 0, 0, 3, 0, 0, 0),
	(22, 'attendance', 'grade', '9', '', 9, 9, 0, 0, 0, 6, 0, 0, 0),
	(22, 'attendance', 'grade', '10', '', 10, 10, 0, 0, 0, 2, 0, 0, 0),
	(22, 'attendance', 'grade', '11', '', 5, 6, 0, 0, 1, 2, 0, 0, 0),
	(22, 'attendance', 'grade', '12', '', 8, 9, 0, 0, 1, 2, 0, 0, 0),
	(22, 'gpa', 'file', '', '', 32, 34, 0, 0, 2, 2, 0, 0, 0),
	(22, 'gpa', 'column', 'numerator_unweighted', '', 32, 34, 0, 0, 2, 2, 2, 0, 0),
	(22, 'gpa', 'column', 'numerator_weighted', '', 32, 34, 0, 0, 2, 2, 2, 0, 0),
	(22, 'gpa', 'school', '17', '', 12, 13, 0, 0, 1, 0, 0, 0, 0),
	(22, 'gpa', 'school', '18', '', 13, 14, 0, 0, 1, 0, 0, 0, 0),
	(22, 'gpa', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(22, 'gpa', 'grade', '9', '', 9, 9, 0, 0, 0, 1, 0, 0, 0),
	(22, 'gpa', 'grade', '10', '', 10, 10, 0, 0, 0, 0, 0, 0, 0),
	(22, 'gpa', 'grade', '11', '', 5, 6, 0, 0, 1, 0, 0, 0, 0),
	(22, 'gpa', 'grade', '12', '', 8, 9, 0, 0, 1, 1, 0, 0, 0),
	(22, 'tags', 'file', '', '', 41, 41, 2, 0, 2, 0, 0, 0, 0),
	(22, 'tags', 'tag', 'EL', '', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'tag', 'GFT', '', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(22, 'tags', 'tag', 'IEP', '', 15, 13, 2, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'tag', 'LI', '', 17, 18, 0, 0, 1, 0, 0, 0, 0),
	(22, 'tags', 'tag', '504', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'school', '17', '', 11, 13, 0, 0, 2, 0, 0, 0, 0),
	(22, 'tags', 'school', '18', '', 11, 11, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'school', '19', '', 12, 10, 2, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'school', '31', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'grade', '8', '', 7, 7, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'grade', '9', '', 10, 9, 1, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'grade', '10', '', 13, 13, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'grade', '11', '', 4, 6, 0, 0, 2, 0, 0, 0, 0),
	(22, 'tags', 'grade', '12', '', 7, 6, 1, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'tag_in_school', 'EL', '19', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'tag_in_school', 'GFT', '17', 3, 4, 0, 0, 1, 0, 0, 0, 0),
	(22, 'tags', 'tag_in_school', 'GFT', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'tag_in_school', 'IEP', '17', 4, 4, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'tag_in_school', 'IEP', '18', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'tag_in_school', 'IEP', '19', 4, 2, 2, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'tag_in_school', 'IEP', '31', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'tag_in_school', 'IEP', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'tag_in_school', 'LI', '17', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(22, 'tags', 'tag_in_school', 'LI', '18', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'tag_in_school', 'LI', '19', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'tag_in_school', 'LI', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'tag_in_school', 'LI', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'tag_in_school', '504', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(22, 'tags', 'tag_in_school', '504', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(23, 'attendance', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(23, 'attendance', 'column', 'attendance_percentage', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(23, 'attendance', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(23, 'attendance', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(23, 'attendance', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(23, 'attendance', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(23, 'attendance', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(23, 'attendance', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(23, 'attendance', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(23, 'attendance', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(23, 'attendance', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(23, 'attendance', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(23, 'gpa', 'file', '', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(23, 'gpa', 'column', 'numerator_unweighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(23, 'gpa', 'column', 'numerator_weighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(23, 'gpa', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(23, 'gpa', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(23, 'gpa', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(23, 'gpa', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(23, 'gpa', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(23, 'gpa', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(23, 'gpa', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag', 'EL', '', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag', 'GFT', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag', 'IEP', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag', 'LI', '', 18, 0, 18, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag', '504', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'school', '18', '', 11, 0, 11, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'school', '19', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'grade', '10', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'grade', '12', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag_in_school', 'EL', '19', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag_in_school', 'GFT', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag_in_school', 'GFT', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag_in_school', 'IEP', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag_in_school', 'IEP', '18', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag_in_school', 'IEP', '19', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag_in_school', 'IEP', '31', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag_in_school', 'IEP', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag_in_school', 'LI', '17', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag_in_school', 'LI', '18', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag_in_school', 'LI', '19', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag_in_school', 'LI', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag_in_school', 'LI', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag_in_school', '504', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(23, 'tags', 'tag_in_school', '504', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(24, 'attendance', 'file', '', '', 39, 41, 0, 0, 2, 15, 0, 0, 0),
	(24, 'attendance', 'column', 'attendance_percentage', '', 39, 41, 0, 0, 2, 15, 0, 39, 0.4223227752639506),
	(24, 'attendance', 'school', '17', '', 12, 13, 0, 0, 1, 5, 0, 0, 0),
	(24, 'attendance', 'school', '18', '', 13, 14, 0, 0, 1, 5, 0, 0, 0),
	(24, 'attendance', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(24, 'attendance', 'school', '31', '', 5, 5, 0, 0, 0, 3, 0, 0, 0),
	(24, 'attendance', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(24, 'attendance', 'grade', '8', '', 7, 7, 0, 0, 0, 3, 0, 0, 0),
	(24, 'attendance', 'grade', '9', '', 9, 9, 0, 0, 0, 6, 0, 0, 0),
	(24, 'attendance', 'grade', '10', '', 10, 10, 0, 0, 0, 2, 0, 0, 0),
	(24, 'attendance', 'grade', '11', '', 5, 6, 0, 0, 1, 2, 0, 0, 0),
	(24, 'attendance', 'grade', '12', '', 8, 9, 0, 0, 1, 2, 0, 0, 0),
	(24, 'gpa', 'file', '', '', 32, 34, 0, 0, 2, 2, 0, 0, 0),
	(24, 'gpa', 'column', 'numerator_unweighted', '', 32, 34, 0, 0, 2, 2, 2, 0, 0),
	(24, 'gpa', 'column', 'numerator_weighted', '', 32, 34, 0, 0, 2, 2, 2, 0, 0),
	(24, 'gpa', 'school', '17', '', 12, 13, 0, 0, 1, 0, 0, 0, 0),
	(24, 'gpa', 'school', '18', '', 13, 14, 0, 0, 1, 0, 0, 0, 0),
	(24, 'gpa', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(24, 'gpa', 'grade', '9', '', 9, 9, 0, 0, 0, 1, 0, 0, 0),
	(24, 'gpa', 'grade', '10', '', 10, 10, 0, 0, 0, 0, 0, 0, 0),
	(24, 'gpa', 'grade', '11', '', 5, 6, 0, 0, 1, 0, 0, 0, 0),
	(24, 'gpa', 'grade', '12', '', 8, 9, 0, 0, 1, 1, 0, 0, 0),
	(24, 'tags', 'file', '', '', 41, 41, 2, 0, 2, 0, 0, 0, 0),
	(24, 'tags', 'tag', 'EL', '', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'tag', 'GFT', '', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(24, 'tags', 'tag', 'IEP', '', 15, 13, 2, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'tag', 'LI', '', 17, 18, 0, 0, 1, 0, 0, 0, 0),
	(24, 'tags', 'tag', '504', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'school', '17', '', 11, 13, 0, 0, 2, 0, 0, 0, 0),
	(24, 'tags', 'school', '18', '', 11, 11, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'school', '19', '', 12, 10, 2, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'school', '31', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'grade', '8', '', 7, 7, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'grade', '9', '', 10, 9, 1, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'grade', '10', '', 13, 13, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'grade', '11', '', 4, 6, 0, 0, 2, 0, 0, 0, 0),
	(24, 'tags', 'grade', '12', '', 7, 6, 1, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'tag_in_school', 'EL', '19', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'tag_in_school', 'GFT', '17', 3, 4, 0, 0, 1, 0, 0, 0, 0),
	(24, 'tags', 'tag_in_school', 'GFT', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'tag_in_school', 'IEP', '17', 4, 4, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'tag_in_school', 'IEP', '18', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'tag_in_school', 'IEP', '19', 4, 2, 2, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'tag_in_school', 'IEP', '31', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'tag_in_school', 'IEP', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'tag_in_school', 'LI', '17', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(24, 'tags', 'tag_in_school', 'LI', '18', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'tag_in_school', 'LI', '19', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'tag_in_school', 'LI', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'tag_in_school', 'LI', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'tag_in_school', '504', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(24, 'tags', 'tag_in_school', '504', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(25, 'attendance', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(25, 'attendance', 'column', 'attendance_percentage', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(25, 'attendance', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(25, 'attendance', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(25, 'attendance', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(25, 'attendance', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(25, 'attendance', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(25, 'attendance', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(25, 'attendance', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(25, 'attendance', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(25, 'attendance', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(25, 'attendance', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(25, 'gpa', 'file', '', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(25, 'gpa', 'column', 'numerator_unweighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(25, 'gpa', 'column', 'numerator_weighted', '', 34, 0, 34, 0, 0, 0, 0, 0, 0),
	(25, 'gpa', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(25, 'gpa', 'school', '18', '', 14, 0, 14, 0, 0, 0, 0, 0, 0),
	(25, 'gpa', 'school', '19', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(25, 'gpa', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(25, 'gpa', 'grade', '10', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(25, 'gpa', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(25, 'gpa', 'grade', '12', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'file', '', '', 41, 0, 41, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag', 'EL', '', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag', 'GFT', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag', 'IEP', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag', 'LI', '', 18, 0, 18, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag', '504', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'school', '17', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'school', '18', '', 11, 0, 11, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'school', '19', '', 10, 0, 10, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'school', '31', '', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'school', '32', '', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'grade', '8', '', 7, 0, 7, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'grade', '9', '', 9, 0, 9, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'grade', '10', '', 13, 0, 13, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'grade', '11', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'grade', '12', '', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag_in_school', 'EL', '19', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag_in_school', 'GFT', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag_in_school', 'GFT', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag_in_school', 'IEP', '17', 4, 0, 4, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag_in_school', 'IEP', '18', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag_in_school', 'IEP', '19', 2, 0, 2, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag_in_school', 'IEP', '31', 3, 0, 3, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag_in_school', 'IEP', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag_in_school', 'LI', '17', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag_in_school', 'LI', '18', 6, 0, 6, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag_in_school', 'LI', '19', 5, 0, 5, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag_in_school', 'LI', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag_in_school', 'LI', '32', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag_in_school', '504', '18', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(25, 'tags', 'tag_in_school', '504', '31', 1, 0, 1, 0, 0, 0, 0, 0, 0),
	(26, 'attendance', 'file', '', '', 39, 41, 0, 0, 2, 15, 0, 0, 0),
	(26, 'attendance', 'column', 'attendance_percentage', '', 39, 41, 0, 0, 2, 15, 0, 39, 0.4223227752639506),
	(26, 'attendance', 'school', '17', '', 12, 13, 0, 0, 1, 5, 0, 0, 0),
	(26, 'attendance', 'school', '18', '', 13, 14, 0, 0, 1, 5, 0, 0, 0),
	(26, 'attendance', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(26, 'attendance', 'school', '31', '', 5, 5, 0, 0, 0, 3, 0, 0, 0),
	(26, 'attendance', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(26, 'attendance', 'grade', '8', '', 7, 7, 0, 0, 0, 3, 0, 0, 0),
	(26, 'attendance', 'grade', '9', '', 9, 9, 0, 0, 0, 6, 0, 0, 0),
	(26, 'attendance', 'grade', '10', '', 10, 10, 0, 0, 0, 2, 0, 0, 0),
	(26, 'attendance', 'grade', '11', '', 5, 6, 0, 0, 1, 2, 0, 0, 0),
	(26, 'attendance', 'grade', '12', '', 8, 9, 0, 0, 1, 2, 0, 0, 0),
	(26, 'gpa', 'file', '', '', 32, 34, 0, 0, 2, 2, 0, 0, 0),
	(26, 'gpa', 'column', 'numerator_unweighted', '', 32, 34, 0, 0, 2, 2, 2, 0, 0),
	(26, 'gpa', 'column', 'numerator_weighted', '', 32, 34, 0, 0, 2, 2, 2, 0, 0),
	(26, 'gpa', 'school', '17', '', 12, 13, 0, 0, 1, 0, 0, 0, 0),
	(26, 'gpa', 'school', '18', '', 13, 14, 0, 0, 1, 0, 0, 0, 0),
	(26, 'gpa', 'school', '19', '', 7, 7, 0, 0, 0, 2, 0, 0, 0),
	(26, 'gpa', 'grade', '9', '', 9, 9, 0, 0, 0, 1, 0, 0, 0),
	(26, 'gpa', 'grade', '10', '', 10, 10, 0, 0, 0, 0, 0, 0, 0),
	(26, 'gpa', 'grade', '11', '', 5, 6, 0, 0, 1, 0, 0, 0, 0),
	(26, 'gpa', 'grade', '12', '', 8, 9, 0, 0, 1, 1, 0, 0, 0),
	(26, 'tags', 'file', '', '', 41, 41, 2, 0, 2, 0, 0, 0, 0),
	(26, 'tags', 'tag', 'EL', '', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'tag', 'GFT', '', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(26, 'tags', 'tag', 'IEP', '', 15, 13, 2, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'tag', 'LI', '', 17, 18, 0, 0, 1, 0, 0, 0, 0),
	(26, 'tags', 'tag', '504', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'school', '17', '', 11, 13, 0, 0, 2, 0, 0, 0, 0),
	(26, 'tags', 'school', '18', '', 11, 11, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'school', '19', '', 12, 10, 2, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'school', '31', '', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'school', '32', '', 2, 2, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'grade', '8', '', 7, 7, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'grade', '9', '', 10, 9, 1, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'grade', '10', '', 13, 13, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'grade', '11', '', 4, 6, 0, 0, 2, 0, 0, 0, 0),
	(26, 'tags', 'grade', '12', '', 7, 6, 1, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'tag_in_school', 'EL', '19', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'tag_in_school', 'GFT', '17', 3, 4, 0, 0, 1, 0, 0, 0, 0),
	(26, 'tags', 'tag_in_school', 'GFT', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'tag_in_school', 'IEP', '17', 4, 4, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'tag_in_school', 'IEP', '18', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'tag_in_school', 'IEP', '19', 4, 2, 2, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'tag_in_school', 'IEP', '31', 3, 3, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'tag_in_school', 'IEP', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'tag_in_school', 'LI', '17', 4, 5, 0, 0, 1, 0, 0, 0, 0),
	(26, 'tags', 'tag_in_school', 'LI', '18', 6, 6, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'tag_in_school', 'LI', '19', 5, 5, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'tag_in_school', 'LI', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'tag_in_school', 'LI', '32', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'tag_in_school', '504', '18', 1, 1, 0, 0, 0, 0, 0, 0, 0),
	(26, 'tags', 'tag_in_school', '504', '31', 1, 1, 0, 0, 0, 0, 0, 0, 0);

-- Name: decision_number_seq; Type: SEQUENCE SET; Schema: public; Owner: -

SELECT pg_catalog.setval('public.decision_number_seq', 14, true);

-- Name: delivery_number_seq; Type: SEQUENCE SET; Schema: public; Owner: -

SELECT pg_catalog.setval('public.delivery_number_seq', 20, true);

-- Name: fence; Type: SEQUENCE SET; Schema: public; Owner: -

SELECT pg_catalog.setval('public.fence', 38, true);

-- Name: goose_db_version_id_seq; Type: SEQUENCE SET; Schema: public; Owner: -

SELECT pg_catalog.setval('public.goose_db_version_id_seq', 3, true);

-- Name: snapshot_number; Type: SEQUENCE SET; Schema: public; Owner: -

SELECT pg_catalog.setval('public.snapshot_number', 10, true);

-- Name: content content_pkey; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.content
    ADD CONSTRAINT content_pkey PRIMARY KEY (sha256);

-- Name: decision decision_pkey; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_pkey PRIMARY KEY (number);

-- Name: delivery_file delivery_file_pkey; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.delivery_file
    ADD CONSTRAINT delivery_file_pkey PRIMARY KEY (delivery, name);

-- Name: delivery delivery_pkey; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_pkey PRIMARY KEY (number);

-- Name: delivery delivery_run_key; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_run_key UNIQUE (run);

-- Name: goose_db_version goose_db_version_pkey; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.goose_db_version
    ADD CONSTRAINT goose_db_version_pkey PRIMARY KEY (id);

-- Name: leaver leaver_pkey; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.leaver
    ADD CONSTRAINT leaver_pkey PRIMARY KEY (snapshot, dcid);

-- Name: pin pin_pkey; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.pin
    ADD CONSTRAINT pin_pkey PRIMARY KEY (snapshot);

-- Name: publication_file publication_file_pkey; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.publication_file
    ADD CONSTRAINT publication_file_pkey PRIMARY KEY (publication, "position");

-- Name: publication_file publication_file_publication_kind_key; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.publication_file
    ADD CONSTRAINT publication_file_publication_kind_key UNIQUE (publication, kind);

-- Name: publication_file publication_file_publication_name_key; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.publication_file
    ADD CONSTRAINT publication_file_publication_name_key UNIQUE (publication, name);

-- Name: publication publication_pkey; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_pkey PRIMARY KEY (number);

-- Name: publication publication_run_key; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_run_key UNIQUE (run);

-- Name: snapshot snapshot_pkey; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.snapshot
    ADD CONSTRAINT snapshot_pkey PRIMARY KEY (number);

-- Name: snapshot snapshot_run_key; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.snapshot
    ADD CONSTRAINT snapshot_run_key UNIQUE (run);

-- Name: student student_pkey; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.student
    ADD CONSTRAINT student_pkey PRIMARY KEY (snapshot, dcid);

-- Name: tally tally_pkey; Type: CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.tally
    ADD CONSTRAINT tally_pkey PRIMARY KEY (publication, file, by, value, school);

-- Name: decision_publication; Type: INDEX; Schema: public; Owner: -

CREATE INDEX decision_publication ON public.decision USING btree (publication);

-- Name: delivery_publication; Type: INDEX; Schema: public; Owner: -

CREATE INDEX delivery_publication ON public.delivery USING btree (publication);

-- Name: publication_destination; Type: INDEX; Schema: public; Owner: -

CREATE INDEX publication_destination ON public.publication USING btree (destination, number);

-- Name: student_number; Type: INDEX; Schema: public; Owner: -

CREATE INDEX student_number ON public.student USING btree (number, snapshot);

-- Name: leaver not_sealed_after; Type: TRIGGER; Schema: public; Owner: -

CREATE TRIGGER not_sealed_after AFTER INSERT ON public.leaver FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_sealed();

-- Name: student not_sealed_after; Type: TRIGGER; Schema: public; Owner: -

CREATE TRIGGER not_sealed_after AFTER INSERT ON public.student FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_sealed();

-- Name: leaver not_sealed_before; Type: TRIGGER; Schema: public; Owner: -

CREATE TRIGGER not_sealed_before BEFORE INSERT ON public.leaver FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_sealed();

-- Name: student not_sealed_before; Type: TRIGGER; Schema: public; Owner: -

CREATE TRIGGER not_sealed_before BEFORE INSERT ON public.student FOR EACH STATEMENT EXECUTE FUNCTION public.refuse_sealed();

-- Name: leaver own_number; Type: TRIGGER; Schema: public; Owner: -

CREATE TRIGGER own_number AFTER INSERT ON public.leaver FOR EACH ROW WHEN ((new.snapshot IS DISTINCT FROM currval('public.snapshot_number'::regclass))) EXECUTE FUNCTION public.refuse_foreign_number();

-- Name: snapshot own_number; Type: TRIGGER; Schema: public; Owner: -

CREATE TRIGGER own_number AFTER INSERT ON public.snapshot FOR EACH ROW WHEN ((new.number IS DISTINCT FROM currval('public.snapshot_number'::regclass))) EXECUTE FUNCTION public.refuse_foreign_number();

-- Name: student own_number; Type: TRIGGER; Schema: public; Owner: -

CREATE TRIGGER own_number AFTER INSERT ON public.student FOR EACH ROW WHEN ((new.snapshot IS DISTINCT FROM currval('public.snapshot_number'::regclass))) EXECUTE FUNCTION public.refuse_foreign_number();

-- Name: decision decision_publication_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.decision
    ADD CONSTRAINT decision_publication_fkey FOREIGN KEY (publication) REFERENCES public.publication(number);

-- Name: delivery delivery_decision_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_decision_fkey FOREIGN KEY (decision) REFERENCES public.decision(number);

-- Name: delivery_file delivery_file_delivery_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.delivery_file
    ADD CONSTRAINT delivery_file_delivery_fkey FOREIGN KEY (delivery) REFERENCES public.delivery(number);

-- Name: delivery_file delivery_file_sha256_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.delivery_file
    ADD CONSTRAINT delivery_file_sha256_fkey FOREIGN KEY (sha256) REFERENCES public.content(sha256);

-- Name: delivery delivery_publication_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.delivery
    ADD CONSTRAINT delivery_publication_fkey FOREIGN KEY (publication) REFERENCES public.publication(number);

-- Name: pin pin_snapshot_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.pin
    ADD CONSTRAINT pin_snapshot_fkey FOREIGN KEY (snapshot) REFERENCES public.snapshot(number);

-- Name: publication_file publication_file_baseline_of_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.publication_file
    ADD CONSTRAINT publication_file_baseline_of_fkey FOREIGN KEY (baseline_of) REFERENCES public.publication(number);

-- Name: publication_file publication_file_publication_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.publication_file
    ADD CONSTRAINT publication_file_publication_fkey FOREIGN KEY (publication) REFERENCES public.publication(number);

-- Name: publication_file publication_file_sha256_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.publication_file
    ADD CONSTRAINT publication_file_sha256_fkey FOREIGN KEY (sha256) REFERENCES public.content(sha256);

-- Name: publication publication_resends_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_resends_fkey FOREIGN KEY (resends) REFERENCES public.publication(number);

-- Name: publication publication_roster_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.publication
    ADD CONSTRAINT publication_roster_fkey FOREIGN KEY (roster) REFERENCES public.content(sha256);

-- Name: tally tally_publication_fkey; Type: FK CONSTRAINT; Schema: public; Owner: -

ALTER TABLE ONLY public.tally
    ADD CONSTRAINT tally_publication_fkey FOREIGN KEY (publication) REFERENCES public.publication(number);

-- Name: SCHEMA public; Type: ACL; Schema: -; Owner: -

GRANT USAGE ON SCHEMA public TO schoolinks_test_extract;
GRANT USAGE ON SCHEMA public TO schoolinks_test_publish;

-- Name: FUNCTION drop_snapshot(dropped bigint); Type: ACL; Schema: public; Owner: -

REVOKE ALL ON FUNCTION public.drop_snapshot(dropped bigint) FROM PUBLIC;
GRANT ALL ON FUNCTION public.drop_snapshot(dropped bigint) TO schoolinks_test_extract;

-- Name: TABLE content; Type: ACL; Schema: public; Owner: -

GRANT SELECT,INSERT ON TABLE public.content TO schoolinks_test_publish;

-- Name: TABLE decision; Type: ACL; Schema: public; Owner: -

GRANT SELECT,INSERT ON TABLE public.decision TO schoolinks_test_publish;

-- Name: TABLE delivery; Type: ACL; Schema: public; Owner: -

GRANT SELECT,INSERT ON TABLE public.delivery TO schoolinks_test_publish;

-- Name: COLUMN delivery.ended_at; Type: ACL; Schema: public; Owner: -

GRANT UPDATE(ended_at) ON TABLE public.delivery TO schoolinks_test_publish;

-- Name: COLUMN delivery.outcome; Type: ACL; Schema: public; Owner: -

GRANT UPDATE(outcome) ON TABLE public.delivery TO schoolinks_test_publish;

-- Name: COLUMN delivery.host_key; Type: ACL; Schema: public; Owner: -

GRANT UPDATE(host_key) ON TABLE public.delivery TO schoolinks_test_publish;

-- Name: TABLE delivery_file; Type: ACL; Schema: public; Owner: -

GRANT SELECT,INSERT ON TABLE public.delivery_file TO schoolinks_test_publish;

-- Name: COLUMN delivery_file.staged_at; Type: ACL; Schema: public; Owner: -

GRANT UPDATE(staged_at) ON TABLE public.delivery_file TO schoolinks_test_publish;

-- Name: COLUMN delivery_file.sent_at; Type: ACL; Schema: public; Owner: -

GRANT UPDATE(sent_at) ON TABLE public.delivery_file TO schoolinks_test_publish;

-- Name: COLUMN delivery_file.verified; Type: ACL; Schema: public; Owner: -

GRANT UPDATE(verified) ON TABLE public.delivery_file TO schoolinks_test_publish;

-- Name: SEQUENCE fence; Type: ACL; Schema: public; Owner: -

GRANT USAGE ON SEQUENCE public.fence TO schoolinks_test_publish;

-- Name: TABLE goose_db_version; Type: ACL; Schema: public; Owner: -

GRANT SELECT ON TABLE public.goose_db_version TO schoolinks_test_extract;
GRANT SELECT ON TABLE public.goose_db_version TO schoolinks_test_publish;

-- Name: TABLE leaver; Type: ACL; Schema: public; Owner: -

GRANT SELECT,INSERT ON TABLE public.leaver TO schoolinks_test_extract;
GRANT SELECT ON TABLE public.leaver TO schoolinks_test_publish;

-- Name: TABLE publication; Type: ACL; Schema: public; Owner: -

GRANT SELECT,INSERT ON TABLE public.publication TO schoolinks_test_publish;

-- Name: TABLE live; Type: ACL; Schema: public; Owner: -

GRANT SELECT ON TABLE public.live TO schoolinks_test_publish;

-- Name: TABLE pin; Type: ACL; Schema: public; Owner: -

GRANT SELECT,INSERT,DELETE ON TABLE public.pin TO schoolinks_test_extract;
GRANT SELECT ON TABLE public.pin TO schoolinks_test_publish;

-- Name: TABLE publication_file; Type: ACL; Schema: public; Owner: -

GRANT SELECT,INSERT ON TABLE public.publication_file TO schoolinks_test_publish;

-- Name: TABLE publication_state; Type: ACL; Schema: public; Owner: -

GRANT SELECT ON TABLE public.publication_state TO schoolinks_test_publish;

-- Name: TABLE snapshot; Type: ACL; Schema: public; Owner: -

GRANT SELECT,INSERT ON TABLE public.snapshot TO schoolinks_test_extract;
GRANT SELECT ON TABLE public.snapshot TO schoolinks_test_publish;

-- Name: SEQUENCE snapshot_number; Type: ACL; Schema: public; Owner: -

GRANT USAGE ON SEQUENCE public.snapshot_number TO schoolinks_test_extract;

-- Name: TABLE snapshot_use; Type: ACL; Schema: public; Owner: -

GRANT SELECT ON TABLE public.snapshot_use TO schoolinks_test_extract;

-- Name: TABLE student; Type: ACL; Schema: public; Owner: -

GRANT SELECT,INSERT ON TABLE public.student TO schoolinks_test_extract;
GRANT SELECT ON TABLE public.student TO schoolinks_test_publish;

-- Name: TABLE tally; Type: ACL; Schema: public; Owner: -

GRANT SELECT,INSERT ON TABLE public.tally TO schoolinks_test_publish;

-- PostgreSQL database dump complete

