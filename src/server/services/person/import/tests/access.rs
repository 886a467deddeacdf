//! Who may sign in, and who may not.

use super::{read, read_active};
use crate::server::services::person::import::{fate::Fate, fate::fate, sheet::SheetRow};

/// Whether someone new of this line could sign in.
fn may_sign_in(row: &SheetRow) -> bool {
    match fate(row, None) {
        Ok(Fate::New(details)) => details.active,
        _ => panic!("nobody new: {row:?}"),
    }
}

#[test]
fn a_column_says_who_may_sign_in_in_many_languages() {
    for (title, no, yes) in [
        ("Active", "No", "Yes"),
        ("Aktivní", "Ne", "Ano"),
        ("Aktiivinen", "Ei", "Kyllä"),
        ("Aktif", "Hayır", "Evet"),
        ("Aktywny", "FAŁSZ", "PRAWDA"),
        ("Attivo", "FALSO", "VERO"),
        ("Aktív", "nem", "igen"),
        ("Активен", "ЛОЖЬ", "ИСТИНА"),
        ("Активний", "ні", "так"),
        ("Ενεργός", "Όχι", "Ναι"),
        ("활성", "아니오", "예"),
        ("有効", "いいえ", "はい"),
        ("启用", "否", "是"),
        ("نشط", "لا", "نعم"),
        ("פעיל", "לא", "כן"),
        ("Is active?", "FALSE", "TRUE"),
        ("Status", "Inactive", "Active"),
        ("Stav", "neaktivní", "aktivní"),
        ("Account status", "Suspended", "Active"),
        ("Can sign in", "no", "yes"),
        ("Zugang", "gesperrt", "ja"),
        ("Situação", "Inativo", "Ativo"),
        ("Situation", "Inactif", "Actif"),
        ("Estado", "Baja", "Alta"),
        ("Can log in", "No", "Yes"),
        ("Login erlaubt", "nein", "ja"),
        ("Login allowed", "no", "yes"),
        ("Tilstand", "inaktiv", "aktiv"),
    ] {
        let sheet = read(&format!("Name,{title},Email\nAsha,{no},a@example.org\nBram,{yes},b@example.org")).unwrap();
        let may: Vec<bool> = sheet.rows.iter().map(may_sign_in).collect();
        assert_eq!((may, sheet.ignored), (vec![false, true], vec![]), "{title}");
    }
}

#[test]
fn a_column_says_who_may_not() {
    for (title, yes, no) in [
        ("Inactive", "Yes", "No"),
        ("Disabled", "TRUE", "FALSE"),
        ("Gesperrt", "ja", ""),
        ("suspended", "true", "false"),
        ("Not active", "x", ""),
        ("Nicht aktiv", "x", ""),
        ("is_disabled", "1", "0"),
        ("Account disabled", "True", "False"),
        ("Is suspended [READ ONLY]", "True", "False"),
        ("Block credential", "True", "False"),
        ("Désactivé", "oui", "non"),
        ("Zablokowany", "tak", "nie"),
        ("Zablokowane", "TAK", "NIE"),
        ("Заблокирован", "да", "нет"),
        ("Bloqueado", "sí", "no"),
        ("Gesperrt", "gesperrt", "aktiv"),
        ("Can’t log in", "yes", "no"),
        ("deleted_at", "2024-01-31 10:00:00", ""),
        ("disabled_at", "2024-01-31T10:00:00Z", "NULL"),
        ("Archived", "1/31/2024", ""),
        ("Ausgetreten", "31.12.2023", ""),
        ("Fecha de baja", "31/12/2023", "0000-00-00"),
    ] {
        let sheet = read(&format!("Name,{title},Email\nAsha,{yes},a@example.org\nBram,{no},b@example.org")).unwrap();
        let may: Vec<bool> = sheet.rows.iter().map(may_sign_in).collect();
        assert_eq!((may, sheet.ignored), (vec![false, true], vec![]), "{title}");
    }
    let both = read("Name,Active,Locked,Email\nAsha,yes,yes,a@example.org\nBram,no,no,b@example.org").unwrap();
    assert!(both.rows.iter().all(|row| !may_sign_in(row)));
    assert!(fate(&read("Name,Locked,Email\nAsha,perhaps,a@example.org").unwrap().rows[0], None).is_err());
}

#[test]
fn numbers_and_dates_lock_nobody_out() {
    for (title, cell) in [
        ("Blocked until", "2026-01-01"),
        ("Block", "7"),
        ("Building block", "B"),
        ("Locker", "1"),
        ("user_status", "0"),
        ("Gesperrt bis", "31.12.2026"),
        ("Alta", "01/01/2020"),
        ("Fecha de alta", "01/01/2020"),
        ("Newsletter", "inactive"),
        ("Email status", "inactive"),
        ("Manager", "inactive"),
    ] {
        let sheet = read(&format!("Name,{title},Email\nAsha,{cell},a@example.org")).unwrap();
        assert_eq!((may_sign_in(&sheet.rows[0]), sheet.ignored), (true, vec![title.to_owned()]));
    }
}

#[test]
fn what_spreadsheets_call_true_and_false_is_read() {
    let yes =
        "PRAWDA VERO igen PRAVDA Evet DOĞRU WAAR VERDADEIRO TOSI SANT SAND SANN ИСТИНА ADEVĂRAT IGAZ ΑΛΗΘΗΣ ĐÚNG BENAR";
    let no =
        "FAŁSZ nem NEPRAVDA Hayır YANLIŞ ONWAAR HAMIS EPÄTOSI FALSKT FALSK USANN ЛОЖЬ FALS ХИБНІСТЬ ΨΕΥΔΗΣ SAI SALAH";
    for (words, said) in [(yes, true), (no, false)] {
        for word in words.split(' ') {
            assert_eq!(read_active(word), Some(said), "{word}");
        }
    }
}
