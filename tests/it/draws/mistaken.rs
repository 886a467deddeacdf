//! What `verify` and `draw` say of a file that is surely another: a saved page, a table.

use super::commands::{run, said};

#[test]
fn what_is_surely_another_file_is_told_by_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    for (given, what) in [
        (
            &b"<!DOCTYPE html><html><title>Sign in</title>"[..],
            "given: it is a web page; sign in, and download the file again\n",
        ),
        (b"\xef\xbb\xbf\n <html>", "given: it is a web page; sign in, and download the file again\n"),
        (b"Name,Requested,Assigned\nAsha,4,2\n", "given: it is a table (CSV); what is read here is a draw record, "),
        (b"Pr\xe9nom;Nom\r\nL\xe9o;Dupont\r\n", "given: it is a table (CSV); what is read here is a draw record, "),
        (b"PK\x03\x04\x14\x00", "given: it is a workbook or an archive; what is read here is a draw record, "),
        (b"[1, 2]", "given: the file: "),
        (b"{\"format\": 1, ", "given: line 1 column "),
        (b"Dear diary", "given: line 1 column "),
    ] {
        for command in ["verify", "draw"] {
            std::fs::write(folder.path().join("given"), given).unwrap();
            let (status, printed, complained) = said(&run(folder.path(), &[command, "given"], ""));
            assert_eq!((status, printed.as_str()), (2, ""), "{complained}");
            assert!(complained.starts_with(what), "{command}: {complained}");
        }
    }
}
