//! Address books.

use super::{pair, people, read, row, who};

const MAC: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//Apple Inc.//macOS 14.5//EN\r\nN:Rao;Asha;;;\r\nFN:Asha Rao\r\n\
    EMAIL;type=INTERNET;type=HOME:rao@example.com\r\nitem1.EMAIL;type=INTERNET;type=pref:asha@example.org\r\n\
    item1.X-ABLabel:Club\r\nTEL;type=CELL:+44 20\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r\n SkZJRg==\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Otter\\, Bram\r\nEMAIL:bram@exam\r\n ple.org\r\nEND:VCARD\r\n";

#[test]
fn an_address_book_is_read_card_by_card() {
    assert_eq!(people(MAC), [row(1, "asha@example.org", "Asha Rao"), row(13, "bram@example.org", "Bram Otter")]);
}

#[test]
fn telephones_write_letters_in_octets() {
    let android = "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=96zt=C3=BCrk;=\nJ=C3=BCrgen;;;\n\
                   EMAIL;HOME:j@example.org\nEND:VCARD";
    assert_eq!(who(android), [pair(("Jürgen Öztürk", "j@example.org"))]);
}

#[test]
fn a_card_without_an_address_is_left_whole() {
    let sheet =
        read("\nBEGIN:VCARD\nFN:Cleo Ito\n\nEND:VCARD\nbegin:vcard\nEMAIL:dan.berg@example.org\nend:vcard").unwrap();
    let [cleo, dan] = sheet.rows.as_slice() else { panic!("two: {:?}", sheet.rows) };
    assert_eq!((cleo.line, cleo.address.as_str(), cleo.raw.as_str()), (2, "", "BEGIN:VCARD\nFN:Cleo Ito\nEND:VCARD"));
    assert_eq!((dan.name.as_deref(), dan.name_from_address.as_deref()), (None, Some("Dan Berg")));
    assert_eq!(read(&cleo.raw).unwrap().rows.len(), 1, "what is left is read again");
}
