//! `draw`, `verify` and `backup`, as they are called from a shell.

use std::{
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

use serde_json::Value;

/// Runs a command of the program in an empty folder, with this on its standard input.
fn run(folder: &Path, args: &[&str], input: &str) -> Output {
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
fn said(output: &Output) -> (i32, String, String) {
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
fn a_backup_is_whole_and_says_that_the_key_is_not_in_it() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(said(&run(folder.path(), &["seed-demo"], "")).0, 0);
    let (status, printed, complaint) = said(&run(folder.path(), &["backup", "copy.db"], ""));
    assert_eq!((status, printed.as_str()), (0, "copy.db is a whole copy.\n"));
    assert!(complaint.contains("SECRET_KEY is not in it. Keep ./tickets.key as well"), "{complaint}");
    let (status, _, complaint) = said(&run(folder.path(), &["backup", "copy.db"], ""));
    assert!(status == 1 && complaint.contains("copy.db is there already"), "{complaint}");
    let (status, _, complaint) = said(&run(folder.path(), &["backup", "nowhere/copy.db"], ""));
    assert!(status == 1 && complaint.starts_with("nowhere/copy.db: "), "{complaint}");
}
