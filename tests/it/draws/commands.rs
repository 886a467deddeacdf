//! `draw`, `verify` and `backup`, as they are called from a shell.

use std::{
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

use allocation::{
    Record,
    statement::{Kind, START, Said, SigningKey, Statement, StatementFile, link, randomness_name, rule_name},
};
use serde_json::Value;

/// Runs a command of the program in an empty folder, with this on its standard input.
pub(super) fn run(folder: &Path, args: &[&str], input: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ticket-pool"));
    command
        .args(args)
        .current_dir(folder)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that refuses early does not read to the end.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    child.wait_with_output().unwrap()
}

/// Exit status, standard output, standard error.
pub(super) fn said(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

fn vectors() -> Vec<Value> {
    serde_json::from_str(include_str!("../../../allocation/tests/vectors/draws.json")).unwrap()
}

#[test]
fn draw_prints_the_record_and_verify_agrees_with_it() {
    let folder = tempfile::tempdir().unwrap();
    for record in vectors() {
        let mut request_file = record.clone();
        request_file.as_object_mut().unwrap().remove("result");
        let (status, printed, complaint) = said(&run(folder.path(), &["draw", "-"], &request_file.to_string()));
        assert_eq!((status, complaint.as_str()), (0, ""));
        assert_eq!(serde_json::from_str::<Value>(&printed).unwrap(), record);
        std::fs::write(folder.path().join("record.json"), &printed).unwrap();
        let (status, verdict, complaint) = said(&run(folder.path(), &["verify", "record.json"], ""));
        assert_eq!((status, complaint.as_str()), (0, ""));
        assert!(verdict.starts_with("agrees: event "), "{verdict}");
    }
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no database was made");
}

#[test]
fn verify_agrees_with_every_worked_record() {
    let folder = tempfile::tempdir().unwrap();
    let limits: Vec<Value> =
        serde_json::from_str(include_str!("../../../allocation/tests/vectors/limit.json")).unwrap();
    let examples = [
        include_str!("../../second/examples/season.json"),
        include_str!("../../second/examples/worked-season.json"),
        include_str!("../../second/examples/slips.json"),
        include_str!("../../second/examples/first-come.json"),
        include_str!("../../second/examples/drand.json"),
    ];
    for record in limits.iter().map(ToString::to_string).chain(examples.map(ToOwned::to_owned)) {
        let (status, verdict, complaint) = said(&run(folder.path(), &["verify", "-"], &record));
        assert_eq!((status, complaint.as_str()), (0, ""), "{verdict}");
        assert!(verdict.starts_with("agrees: event "), "{verdict}");
    }
}

#[test]
fn verify_names_every_difference_with_exit_status_1() {
    let folder = tempfile::tempdir().unwrap();
    let mut record = vectors().swap_remove(0);
    record["result"]["left"] = 4.into();
    record["result"]["allocated"]["546c624b57fb3930"] = 2.into();
    record["requests"][1]["since"] = 1.into();
    let (status, named, complaint) = said(&run(folder.path(), &["verify", "-"], &record.to_string()));
    assert_eq!((status, complaint.as_str(), named.lines().count()), (1, "", 3), "{named}");
    for difference in [
        "requests_digest: the record says 1635b2caca3f664334efa46f659d3d03c661ce24b9f3cefbb049c1e4aeae5439, its requests give ",
        "allocated, 546c624b57fb3930: the record says 2, the draw gives 1",
        "left: the record says 4, the draw gives 3",
    ] {
        assert!(named.contains(difference), "{named}");
    }
}

#[test]
fn verify_says_what_came_back_after_the_result_and_the_first_entry_that_does_not_follow() {
    let folder = tempfile::tempdir().unwrap();
    let worked = include_str!("../../../allocation/tests/vectors/after.json");
    let (status, verdict, complaint) = said(&run(folder.path(), &["verify", "-"], worked));
    assert_eq!((status, complaint.as_str()), (0, ""));
    let sums =
        " 12 entries after the result: 3 tickets came back, 3 were taken, every offer went to whose turn it was.\n";
    assert!(verdict.starts_with("agrees: event autumn-match,") && verdict.ends_with(sums), "{verdict}");
    // Cleo never gave hers back, and Ada was never offered two.
    for (first, expected) in [(9, "after, entry 10: its hash is "), (7, "after, entry 8: its hash is ")] {
        let mut record: Value = serde_json::from_str(worked).unwrap();
        record["after"]["entries"].as_array_mut().unwrap().remove(first);
        let (status, named, complaint) = said(&run(folder.path(), &["verify", "-"], &record.to_string()));
        assert_eq!((status, complaint.as_str(), named.lines().count()), (1, "", 1), "{named}");
        assert!(named.starts_with(expected), "{named}");
    }
}

#[test]
fn what_cannot_be_read_is_named_with_exit_status_2_and_nothing_printed() {
    let folder = tempfile::tempdir().unwrap();
    let with = |change: &dyn Fn(&mut Value)| {
        let mut record = vectors().swap_remove(0);
        change(&mut record);
        record.to_string()
    };
    let cases = [
        ("verify", String::new(), "-: line 1 column 0: "),
        (
            "verify",
            with(&|record| record["code"] = record["commitment"]["hash"].clone()),
            "-: code: hashed 1 times it gives ",
        ),
        ("verify", with(&|record| record["requests"][2]["tiers"] = 2.into()), "-: requests[2].tiers: "),
        (
            "draw",
            with(&|record| record["requests"][0]["pinned"] = 99.into()),
            "-: requests[0].pinned: 99 is more than the 18 tickets",
        ),
        ("verify", with(&|record| drop(record.as_object_mut().unwrap().remove("result"))), "-: result: is missing"),
    ];
    for (command, input, complaint) in cases {
        let (status, printed, complained) = said(&run(folder.path(), &[command, "-"], &input));
        assert_eq!((status, printed.as_str()), (2, ""), "{complained}");
        assert!(complained.starts_with(complaint), "{complained}");
    }
    let (status, _, complained) = said(&run(folder.path(), &["verify", "nothing.json"], ""));
    assert!(status == 2 && complained.starts_with("nothing.json: "), "{complained}");
}

#[test]
fn a_mark_of_utf_8_is_passed_over_and_utf_16_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let (statements, record) = told("equal/straight");
    for (name, text) in [("record.json", &record), ("said.json", &statements)] {
        std::fs::write(folder.path().join(name), format!("\u{feff}{text}")).unwrap();
        let utf_16: Vec<u8> = format!("\u{feff}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        std::fs::write(folder.path().join(format!("utf-16-{name}")), utf_16).unwrap();
    }
    let (status, _, complained) = said(&run(folder.path(), &["verify", "record.json"], ""));
    assert_eq!((status, complained.as_str()), (0, ""));
    let (_, agrees, complained) = said(&run(folder.path(), &["verify", "said.json"], ""));
    assert!(
        agrees.contains("2 statements of https://tickets.example.org") && complained.is_empty(),
        "{agrees}{complained}"
    );
    let (status, _, complained) = said(&run(folder.path(), &["verify", "utf-16-said.json"], ""));
    assert!(status == 2 && complained.starts_with("utf-16-said.json: the file: is UTF-16"), "{complained}");
    for command in ["verify", "draw"] {
        let (status, _, complained) = said(&run(folder.path(), &[command, "utf-16-record.json"], ""));
        let expected = "utf-16-record.json: the file: is UTF-16, not UTF-8; save it as UTF-8\n";
        assert_eq!((status, complained.as_str()), (2, expected));
    }
}

#[test]
fn what_has_no_end_is_read_up_to_the_limit() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["verify", "draw"] {
        let (status, _, complained) = said(&run(folder.path(), &[command, "/dev/zero"], ""));
        assert_eq!((status, complained.as_str()), (2, "/dev/zero: it is larger than 256 MiB, the most that is read\n"));
    }
    let endless = std::fs::File::open("/dev/zero").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_ticket-pool"));
    let ended = command.args(["verify", "-"]).current_dir(folder.path()).env_clear().stdin(endless).output().unwrap();
    let (status, _, complained) = said(&ended);
    assert_eq!((status, complained.as_str()), (2, "-: it is larger than 256 MiB, the most that is read\n"));
    std::os::unix::fs::symlink("/dev/zero", folder.path().join(".env")).unwrap();
    let (status, _, complained) = said(&run(folder.path(), &["witness"], ""));
    assert_eq!(
        (status, complained.trim_end().ends_with("larger than 1 MiB, the most that is read")),
        (1, true),
        "{complained}"
    );
}

/// A site that says what a record says, with `changed` in place of the rule; and the record.
fn told(rule: &str) -> (String, String) {
    let record = vectors().swap_remove(0);
    let read = Record::read(record.to_string().as_bytes()).unwrap();
    let draw = &read.draw;
    let key = SigningKey::from_seed([7; 32]).unwrap();
    let site = "https://tickets.example.org";
    let event = draw.list().event().as_str();
    let say = |number, kind| Statement::new(site, number, "2026-08-20T09:00:00.000Z", kind, Some(event)).unwrap();
    let commitment = say(1, Kind::Commitment).with("commitment", &draw.commitment().to_string()).unwrap();
    let commitment = commitment.with("randomness", "typed Lottery").unwrap();
    let mut drawn = say(2, Kind::Draw);
    for (line, value) in [
        ("draw", draw.number().to_string()),
        ("rule", rule.to_owned()),
        ("code", draw.code().to_string()),
        ("commitment", draw.commitment().to_string()),
        ("requests-digest", draw.list().digest().to_string()),
        ("pins-digest", draw.list().pins_digest().to_string()),
        ("randomness", randomness_name(draw.randomness()).replace("typed ", "typed Lottery")),
    ] {
        drawn = drawn.with(line, &value).unwrap();
    }
    let mut file = StatementFile { site: site.into(), key: key.public(), before: START, first: 1, statements: vec![] };
    for statement in [commitment, drawn] {
        let link = link(file.head().1, statement.digest());
        file.statements.push(Said::Shown { body: statement.body(), signature: key.sign(link) });
    }
    (file.write(), record.to_string())
}

#[test]
fn verify_takes_records_and_statements_together() {
    let folder = tempfile::tempdir().unwrap();
    let read = Record::read(vectors()[0].to_string().as_bytes()).unwrap();
    let (statements, record) = told(&rule_name(read.draw.rule()));
    let (others, _) = told("slips.rising");
    let forged = statements.replacen("Lottery", "lottery", 1);
    for (name, text) in [("record", &record), ("said", &statements), ("others", &others), ("forged", &forged)] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let verified = |files: &[&str]| said(&run(folder.path(), &[&["verify"], files].concat(), ""));

    let (status, printed, complaint) = verified(&["said"]);
    assert_eq!((status, complaint.as_str()), (0, ""));
    assert!(
        printed.starts_with("agrees: 2 statements of https://tickets.example.org, numbers 1 to 2; key "),
        "{printed}"
    );

    let (status, printed, complaint) = verified(&["said", "record"]);
    assert_eq!((status, complaint.as_str()), (0, ""), "{printed}");
    let lines: Vec<&str> = printed.lines().collect();
    assert!(lines[0].starts_with("record: agrees: event ") && lines[1].starts_with("said: agrees: 2 statements "));
    assert_eq!(lines[2..], ["said and record: statements 1 (commitment), 2 (draw) say what the record says"]);

    let (status, printed, _) = verified(&["record", "others"]);
    let difference = format!("rule: the statement says slips.rising, the record says {}", rule_name(read.draw.rule()));
    assert_eq!(
        (status, printed.lines().last().unwrap()),
        (1, &*format!("others and record: statement 2 (draw), {difference}"))
    );

    let (status, printed, _) = verified(&["said", "others"]);
    assert_eq!((status, printed.matches("contradiction: ").count()), (1, 2), "{printed}");

    let (status, printed, _) = verified(&["forged"]);
    let fault = "the signature is not that of the key for this text after all before it";
    assert_eq!((status, printed), (1, format!("statement 1: {fault}\nstatement 2: {fault}\n")));

    let (status, printed, complaint) = verified(&["forged", "nothing", "record"]);
    assert_eq!((status, printed.lines().count()), (2, 4), "{printed}");
    assert!(complaint.starts_with("nothing: "), "{complaint}");

    let later = statements.replacen("statements/1", "statements/2", 1);
    let (status, printed, complaint) = said(&run(folder.path(), &["verify", "-"], &later));
    assert_eq!((status, printed.as_str()), (2, ""));
    assert!(complaint.starts_with("-: format: \"ticket-pool/statements/2\" is not known; "), "{complaint}");
}

#[test]
fn a_backup_is_whole_and_says_that_the_key_is_not_in_it() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(said(&run(folder.path(), &["seed-demo"], "")).0, 0);
    let (status, printed, complaint) = said(&run(folder.path(), &["backup", "copy.db"], ""));
    assert_eq!((status, printed.as_str()), (0, "copy.db is a whole copy.\n"));
    assert!(complaint.contains("SECRET_KEY is not in it. Keep ./tickets.key as well"), "{complaint}");
    let (status, _, complaint) = said(&run(folder.path(), &["backup", "copy.db"], ""));
    assert!(status == 1 && complaint.contains("copy.db is there already"), "{complaint}");
    let (status, _, complaint) = said(&run(folder.path(), &["backup", "nowhere/copy.db"], ""));
    assert!(
        status == 1 && complaint.starts_with("there is no folder nowhere; make it, or name a file elsewhere"),
        "{complaint}"
    );
}
