//! Which column is which.

use super::*;

#[test]
fn columns_are_found_by_their_names_in_any_order() {
    for (header, line) in [
        ("NAME,E-Mail,Role,Active", "Asha,asha@example.org,Member,No"),
        ("access,mail address,role,name", "No,asha@example.org,Member,Asha"),
        ("Status,Address,Phone,Role,Name", "No,asha@example.org,1234,Member,Asha"),
    ] {
        let text = format!("{header}\n{line}");
        let Sheet { rows, .. } = read(&text).unwrap();
        let [row] = rows.as_slice() else { panic!("one row: {text}") };
        assert_eq!((row.line, row.address.as_str(), row.raw.as_str()), (2, "asha@example.org", line), "{text}");
        let cells =
            [row.name.as_ref(), row.role.as_ref(), row.active.first()].map(|cell| cell.map_or("", String::as_str));
        assert_eq!(cells, ["Asha", "Member", "No"], "{text}");
    }
}

#[test]
fn without_a_header_the_column_with_the_at_sign_is_the_address() {
    assert_eq!(people("asha@example.org\tAsha"), [row(1, "asha@example.org", "Asha")]);
    assert_eq!(people("Asha,asha@example.org"), [row(1, "asha@example.org", "Asha")]);
    assert_eq!(people("asha@example.org\nbram@example.org").len(), 2);
    let sheet = read("Asha,asha@example.org,12,\nBram,bram@,,x").unwrap();
    assert_eq!(sheet.ignored, ["column 3", "column 4"]);
    assert_eq!(sheet.rows[1].address, "bram@");
}

#[test]
fn columns_that_are_not_ours_are_named() {
    let sheet = read("Name,Seat \u{7}1,Email,Email\nAsha,4,asha@example.org,b@example.org").unwrap();
    assert_eq!(sheet.ignored, ["Seat 1", "Email"]);
    assert_eq!(sheet.rows[0].address, "asha@example.org");
}

#[test]
fn names_in_two_columns_are_one_with_a_header_and_without() {
    for text in [
        "First Name,Last Name,Email\nAsha,Rao,asha@example.org\nBram,Otter,bram@example.org",
        "Asha,Rao,asha@example.org\nBram,Otter,bram@example.org",
        "Email,Last Name,First Name\nasha@example.org,Rao,Asha\nbram@example.org,Otter,Bram",
        "asha@example.org;Asha;Rao\nbram@example.org;Bram;Otter",
        "Nachname,Vorname,E-Mail-Adresse\nRao,Asha,asha@example.org\nOtter,Bram,bram@example.org",
        "Nachname, Vorname, E-Mail\nRao, Asha, asha@example.org\nOtter, Bram, bram@example.org",
        "Nachname, Vorname;E-Mail\nRao, Asha;asha@example.org\nOtter, Bram;bram@example.org",
        "Prénom;Nom;Courriel\nAsha;Rao;asha@example.org\nBram;Otter;bram@example.org",
        "Nom;Prénom;Adresse e-mail\nRao;Asha;asha@example.org\nOtter;Bram;bram@example.org",
        "Name;Vorname;Mail\nRao;Asha;asha@example.org\nOtter;Bram;bram@example.org",
        "Nombre;Apellidos;Correo electrónico\nAsha;Rao;asha@example.org\nBram;Otter;bram@example.org",
        "nome;cognome;indirizzo e-mail\nAsha;Rao;asha@example.org\nBram;Otter;bram@example.org",
        "Voornaam\tAchternaam\tE-mailadres\nAsha\tRao\tasha@example.org\nBram\tOtter\tbram@example.org",
        "firstName,lastName,emailAddress\nAsha,Rao,asha@example.org\nBram,Otter,bram@example.org",
        "given_name,family_name,email_address\nAsha,Rao,asha@example.org\nBram,Otter,bram@example.org",
    ] {
        assert_both(text);
    }
}

#[test]
fn a_street_is_no_address_where_another_column_has_some() {
    for text in [
        "Name,Address,Email\nAsha Rao,12 High Street,asha@example.org\nBram Otter,Dam 1,bram@example.org",
        "Name,Mailing Address,E-mail\nAsha Rao,12 High Street,asha@example.org\nBram Otter,Dam 1,bram@example.org",
        "Name,Adresse,Kontakt\nAsha Rao,12 High Street,asha@example.org\nBram Otter,Dam 1,bram@example.org",
        "Asha Rao,12 High Street,asha@example.org\nBram Otter,Dam 1,bram@example.org",
    ] {
        assert_both(text);
    }
}

#[test]
fn titles_are_known_in_the_words_of_other_programs() {
    for title in [
        "E-Mail-Adresse",
        "email_address",
        "E-mail 1 - Value",
        "E-mail Address",
        "Email*",
        "Email:",
        "Mail",
        "MAIL",
        "e-mail",
        "Primary Email",
        "Work email",
        "Courriel",
        "Adresse e-mail",
        "Adresse électronique",
        "Adresse mail",
        "EMAIL (required)",
        "Email Address [Required]",
        "Correo",
        "Posta elettronica",
        "E-postadress",
        "emailAddress",
        "Адрес электронной почты",
        "\u{200b}Email\u{a0}",
    ] {
        assert_both(&format!("Name;{title}\nAsha Rao;asha@example.org\nBram Otter;bram@example.org"));
        let wrong = read(&format!("Name;{title}\nAsha Rao;nowhere")).unwrap();
        assert_eq!(wrong.rows[0].address, "nowhere", "{title}");
    }
    for title in
        ["Name", "Full name", "Display Name", "NAME*", "Nom complet", "Naam", "Vor- und Nachname", "Member name"]
    {
        assert_both(&format!("Phone;Email;{title}\n1;asha@example.org;Asha Rao\n2;bram@example.org;Bram Otter"));
    }
}

#[test]
fn exports_of_contacts_are_read() {
    assert_both(
        "Name,Given Name,Additional Name,Family Name,Yomi Name,Nickname,Group Membership,E-mail 1 - Type,E-mail 1 - Value,\
         E-mail 2 - Type,E-mail 2 - Value,Organization 1 - Name\n\
         Asha Rao,Asha,,Rao,,Ash,* myContacts,* Home,asha@example.org,,,Rovers\n\
         Bram Otter,Bram,,Otter,,,* myContacts,Work,bram@example.org ::: b@example.org,Home,bo@example.org,\n",
    );
    assert_both(
        "First Name,Middle Name,Last Name,Title,Company,Home Street,E-mail Address,E-mail Type,E-mail Display Name,\
         E-mail 2 Address\nAsha,,Rao,,,,asha@example.org,SMTP,Asha (asha@example.org),\nBram,,Otter,,,,bram@example.org,SMTP,,",
    );
    assert_both(
        "Vorname;Nachname;Firma;E-Mail-Adresse;E-Mail-Typ;E-Mail: Angezeigter Name\n\
         Asha;Rao;;asha@example.org;SMTP;Asha Rao (asha@example.org)\nBram;Otter;;bram@example.org;SMTP;",
    );
    assert_both(
        "Display name,First name,Last name,User principal name,Block credential\n\
         Asha Rao,Asha,Rao,asha@example.org,False\nBram Otter,Bram,Otter,bram@example.org,False",
    );
}

#[test]
fn a_line_that_holds_an_address_is_no_header() {
    let sheet = read("Asha Rao,asha@example.org,active\nBram Otter,bram@example.org,inactive").unwrap();
    let active: Vec<_> = sheet.rows.iter().map(|row| row.active.first().map(String::as_str)).collect();
    assert_eq!(active, [Some("active"), Some("inactive")]);
    let sheet = read("Name,asha@example.org,member\nBram,bram@example.org,Organiser").unwrap();
    assert_eq!((sheet.rows.len(), sheet.rows[1].role.as_deref()), (2, Some("Organiser")));
    assert_eq!(read("Asha,,active\nBram,bram@example.org,active").unwrap().rows.len(), 2, "nor is one that lacks it");
}

#[test]
fn what_stands_above_the_titles_is_nobody() {
    for above in [
        "Rovers Cricket Club;12 High Street;Leeds",
        "Contact: office@rovers.example.org",
        "Rovers Cricket Club\n12 High Street, Leeds\noffice@rovers.example.org\nSeason 2026",
        "Rovers;office@rovers.example.org",
        "Address: 12 High Street;;",
    ] {
        let below = "Name;Email;Role\nAsha Rao;asha@example.org;member\nBram Otter;bram@example.org;member";
        assert_both(&format!("{above}\n{below}"));
    }
    let who = who("Cleo Ito;cleo@example.org\nName;Email\nAsha Rao;asha@example.org");
    assert_eq!(who[0], pair(("Cleo Ito", "cleo@example.org")), "a line as full as the titles is somebody's");
}

#[test]
fn words_for_roles_and_access_are_read_in_several_languages() {
    for (word, role) in [
        ("Organiser", Role::Organizer),
        ("Organisator:in", Role::Organizer),
        ("Organisateur", Role::Organizer),
        ("Administrator", Role::Admin),
        ("ADMINS", Role::Admin),
        ("Mitglied", Role::Member),
        ("Membre ", Role::Member),
        ("Adhérent", Role::Member),
        ("co-organizer", Role::Organizer),
    ] {
        assert_eq!(read_role(word), Some(role), "{word}");
    }
    for word in ["Y", "yes", "enabled", "ja", "Oui", "TRUE", "x", "1", "Sí", "✓", "Aktiv", "wahr"] {
        assert_eq!(read_active(word), Some(true), "{word}");
    }
    for word in ["N", "no", "Disabled", "nein", "non", "false", "0", "inaktiv", "désactivé"] {
        assert_eq!(read_active(word), Some(false), "{word}");
    }
    assert_eq!((read_role("owner"), read_active("maybe")), (None, None));
}

#[test]
fn columns_are_what_somebody_chose_as_long_as_it_is_the_same_sheet() {
    use Column::{Email, FirstName, Ignore, LastName};
    let text = "A,B,C\nRao,Asha,asha@example.org\nOtter,Bram,bram@example.org";
    let sheet = read(text).unwrap();
    assert_eq!(sheet.columns.iter().map(|column| column.tells).collect::<Vec<_>>(), [FirstName, LastName, Email]);
    let text = "First,Nick,Email\nRao,Asha,asha@example.org\nOtter,Bram,bram@example.org";
    let titles = read(text).unwrap().titles;
    let chosen = ByHand { columns: vec![LastName, FirstName, Email], titles };
    let read_so = sheet::read(text, &chosen).unwrap();
    assert_eq!(read_so.rows[0].name.as_deref(), Some("Asha Rao"));
    let other = text.replace("Nick", "Name");
    assert_eq!(sheet::read(&other, &chosen).unwrap().columns[0].tells, FirstName, "another sheet");
    let nowhere = ByHand { columns: vec![LastName, FirstName, Ignore], ..chosen };
    assert!(sheet::read(text, &nowhere).is_ok_and(|sheet| sheet.columns[2].tells == Email), "nobody means that");
}

#[test]
fn where_no_title_names_people_the_one_column_that_can_does() {
    for title in ["Member", "Player", "Attendee", "Parent", "Wer"] {
        assert_both(&format!("{title},Email\nAsha Rao,asha@example.org\nBram Otter,bram@example.org"));
        assert_both(&format!("Email;{title};Since\nasha@example.org;Asha Rao;2019\nbram@example.org;Bram Otter;2020"));
    }
    // Of two that can, neither: whoever imports says which.
    let two = "Lead;Who;Mail\nOlga Ivory;Asha Rao;asha@example.org";
    assert_eq!(who(two), [pair(("Asha", "asha@example.org"))]);
}

#[test]
fn nobody_is_called_what_stands_beside_their_address() {
    for (title, cell) in [
        ("City", "Berlin"),
        ("Ort", "Bad Homburg"),
        ("Language", "de"),
        ("Country", "United Kingdom"),
        ("Tags", "VIP"),
        ("Groups", "\"Members;Board\""),
        ("Verein", "SV Rovers"),
        ("Firma", "Otter GmbH"),
        ("Zdroj", "Web"),
        ("notes", "Pays by bank transfer every second month"),
    ] {
        let sheet = read(&format!("Email,{title}\nasha@example.org,{cell}\nbram@example.org,{cell}")).unwrap();
        assert_eq!((sheet.rows[0].name.as_deref(), sheet.ignored), (None, vec![title.to_owned()]));
    }
    assert_both("Club,Wer,Email\nRovers,Asha Rao,asha@example.org\nRovers,Bram Otter,bram@example.org");
    assert_eq!(who("Hráč,Email\nAsha,asha@example.org\nBram,b.otter@example.org")[1].0, "Bram", "one of two is enough");
}

#[test]
fn how_someone_is_addressed_is_no_first_name() {
    assert_both("Frau,Asha,Rao,asha@example.org\nHerr,Bram,Otter,bram@example.org");
    assert_both("Asha,Rao,Ms,asha@example.org\nBram,Otter,Mr,bram@example.org");
}
