//! Sheets that hold the addresses of others, too.

use super::{pair, read, who};
use crate::server::services::person::import::columns::Column;

/// Titles, and the address that Asha has where she has `asha@` in the column `asha`, and every other column another.
fn asha_has_her_own(titles: &str) {
    let cells = titles.split(',').map(|title| match title {
        "Name" => "Asha Rao".to_owned(),
        title if title.starts_with('!') => "asha@example.org".to_owned(),
        title => format!("{}@example.com", title.len()),
    });
    let line: Vec<String> = cells.collect();
    let text = format!("{}\n{}\n", titles.replace('!', ""), line.join(","));
    assert_eq!(who(&text), [pair(("Asha Rao", "asha@example.org"))], "{text}");
}

#[test]
fn the_address_of_another_is_never_taken_for_that_of_the_person() {
    for titles in [
        "Name,Emergency Email,!Email",
        "Name,Parent email,!Student email",
        "Name,Alternate email,!Email",
        "Name,Old email,!New email",
        "Name,Recovery Email,!Email Address [Required]",
        "Name,Emergency contact email,!Email address",
        "Name,Manager Email,!Email",
        "Name,Created by email,!Email",
        "Name,Referred by (email),!Your email",
        "Name,E-Mail Firma,!E-Mail",
        "Name,Notfall-E-Mail,!E-Mail-Adresse",
        "Name,E-Mail der Eltern,!E-Mail",
        "Name,E-Mail Erziehungsberechtigte,!E-Mail Kind",
        "Name,Email der Mutter,!Email des Kindes",
        "Name,Email des Kindes,!Email",
        "Name,CC Email,Teacher Email,!Student Email",
        "Name,Correo del tutor,!Correo del alumno",
        "Name,Contact d’urgence (e-mail),!Adresse e-mail",
        "Name,E-Mail (Notfallkontakt),!E-Mail",
        "Name,E-mail du responsable légal,!E-mail",
        "Name,Courriel d'urgence,!Courriel",
        "Name,Correo alternativo,!Correo electrónico",
        "Name,E-mail rodzica,!E-mail",
        "Name,managerEmail,!email",
        "Name,alternateEmailAddress,!mail",
        "Name,Work email,!Primary email",
        "Name,E-mail 2 - Value,!E-mail 1 - Value",
        "Name,Secondary Email,!Primary Email",
        "Name,Partner's email,!Email",
        "Name,Last modified by (email),!Email",
        "Name,Buyer Email,!Attendee Email",
        "Name,Email payeur,!Email",
        "Name,Email payeuse,!Email adhérent",
        "Name,E-Mail Zahler,!E-Mail",
        "Name,E-Mail Kontoinhaber,!E-Mail",
        "Name,E-Mail Beitragszahler/in,!E-Mail",
        "Name,Correo del pagador,!Correo",
        "Name,E-mail do comprador,!E-mail",
        "Name,Email pagatore,!Email",
        "Name,Email pagante,!Email tesserato",
        "Name,E-mail betaler,!E-mail",
        "Name,E-post betalare,!E-post",
        "Name,E-mail płatnika,!E-mail",
        "Name,E-mail plátce,!E-mail",
        "Name,Fizető e-mail,!E-mail",
        "Name,Email souscripteur,!Email",
        "Name,Email плательщика,!Email",
    ] {
        asha_has_her_own(titles);
    }
}

#[test]
fn children_for_whom_someone_pays_keep_their_own_addresses() {
    let titles = "Référence;Date;Statut;Nom adhérent;Prénom adhérent;Nom payeur;Prénom payeur;Email payeur;Email";
    let of = |name: &str, email: &str| {
        format!("7;24/08/2026;Validé;Dupont;{name};Dupont;Marie;marie@example.org;{email}@example.org")
    };
    let text = format!("{titles}\n{}\n{}", of("Léo", "leo"), of("Zoé", "zoe"));
    assert_eq!(who(&text), [("Léo Dupont", "leo@example.org"), ("Zoé Dupont", "zoe@example.org")].map(pair));
}

#[test]
fn a_second_address_counts_where_the_first_is_not_there() {
    let text = "Name,Alternate email,Email\nAsha,rao@example.org,asha@example.org\nBram,bram@example.org,\n";
    assert_eq!(who(text), [("Asha", "asha@example.org"), ("Bram", "bram@example.org")].map(pair));
    for other in ["Manager email", "Emergency email", "Parent email", "Referred by (email)"] {
        let text = format!("Name,{other},Email\nAsha,olga@example.org,asha@example.org\nBram,olga@example.org,\n");
        let sheet = read(&text).unwrap();
        assert_eq!((sheet.rows[1].address.as_str(), sheet.ignored), ("", vec![other.to_owned()]));
        let sheet = read(&format!("Name,{other},Email\nAsha,olga@example.org,")).unwrap();
        assert_eq!((sheet.rows[0].address.as_str(), sheet.ignored), ("", vec![other.to_owned()]));
    }
}

#[test]
fn who_stands_alone_is_meant_unless_it_is_surely_another() {
    for title in ["Parent email", "Work email", "Guest email", "Client email"] {
        assert_eq!(
            who(&format!("Name,{title}\nAsha,asha@example.org")),
            [pair(("Asha", "asha@example.org"))],
            "{title}"
        );
    }
    assert!(read("Name,Manager email\nAsha,olga@example.org").is_err(), "whoever imports says that it is meant");
}

#[test]
fn names_of_others_are_nobodys() {
    for titles in ["Emergency contact name,Name,Email", "Parent name,Student name,Email", "Manager,Member,Email"] {
        let text = format!("{titles}\nOlga Ivory,Asha Rao,asha@example.org\nOlga Ivory,Bram Otter,bram@example.org");
        let names: Vec<String> = who(&text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Asha Rao", "Bram Otter"], "{titles}");
    }
    let guests = read("Guest first name,Guest last name,Email\nAsha,Rao,asha@example.org").unwrap();
    assert_eq!(guests.rows[0].name.as_deref(), Some("Asha Rao"));
    let tells: Vec<Column> = guests.columns.iter().map(|column| column.tells).collect();
    assert_eq!(tells, [Column::FirstName, Column::LastName, Column::Email]);
}
