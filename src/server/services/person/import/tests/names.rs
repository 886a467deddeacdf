//! Names as they come out of sheets.

use super::{pair, read, who};

fn named(text: &str) -> String {
    who(text).remove(0).0
}

#[test]
fn titles_are_known_in_many_scripts() {
    for (text, name) in [
        ("이름,이메일,역할\n김민수,kim@example.org,회원", "김민수"),
        ("성,이름,이메일\n김,민수,kim@example.org", "김민수"),
        ("姓,名,邮箱\n金,正恩,jin@example.org", "金正恩"),
        ("姓,名,メールアドレス\n山田,さくら,sakura@example.org", "山田さくら"),
        ("氏名;メール\n山田 太郎;taro@example.org", "山田 太郎"),
        ("Ad;Soyad;E-posta\nAyşe;Öztürk;ayse@example.org", "Ayşe Öztürk"),
        ("Ad Soyad;E-posta\nAyşe Öztürk;ayse@example.org", "Ayşe Öztürk"),
        ("Επώνυμο;Όνομα;Ηλεκτρονικό ταχυδρομείο\nΠαππάς;Άννα;anna@example.org", "Άννα Παππάς"),
        ("Прізвище,Ім’я,Електронна пошта\nШевченко,Ганна,hanna@example.org", "Ганна Шевченко"),
        ("Име,Фамилия,Имейл\nАнна,Петрова,anna@example.org", "Анна Петрова"),
        ("Презиме;Име;Е-пошта\nПетровић;Ана;ana@example.org", "Ана Петровић"),
        ("Họ và tên,Địa chỉ email\nNguyễn Văn An,an@example.org", "Nguyễn Văn An"),
        ("Họ,Tên,Thư điện tử\nNguyễn,An,an@example.org", "An Nguyễn"),
        ("الاسم,البريد الإلكتروني\nعلي الأسد,ali@example.org", "علي الأسد"),
        ("الاسم الأول,اسم العائلة,البريد الالكتروني\nعلي,الأسد,ali@example.org", "علي الأسد"),
        ("نام,نام خانوادگی,ایمیل\nعلی,رضایی,ali@example.org", "علی رضایی"),
        ("نام و نام خانوادگی,ایمیل\nعلی رضایی,ali@example.org", "علی رضایی"),
        ("שם פרטי,שם משפחה,דוא\"ל\nנועה,לוי,noa@example.org", "נועה לוי"),
        ("שם,אימייל\nנועה לוי,noa@example.org", "נועה לוי"),
        ("ชื่อ,นามสกุล,อีเมล\nสมชาย,ใจดี,som@example.org", "สมชาย ใจดี"),
        ("नाम,ईमेल\nनेहा राव,neha@example.org", "नेहा राव"),
        ("Vezetéknév;Keresztnév;E-mail cím\nKovács;Anna;anna@example.org", "Anna Kovács"),
        ("Jméno;Příjmení;E-mail\nJana;Nová;jana@example.org", "Jana Nová"),
    ] {
        let sheet = read(text).unwrap();
        assert_eq!(sheet.rows[0].name.as_deref(), Some(name), "{text}: {:?}", sheet.columns);
        assert_eq!((sheet.rows.len(), sheet.ignored), (1, vec![]), "{text}");
    }
}

#[test]
fn what_stands_beside_an_address_in_an_address_book_is_no_name() {
    let french = "Prénom;Deuxième prénom;Nom;Adresse de messagerie;Type de messagerie;Nom complet de l'adresse de messagerie\n\
                  Jean;;Dupont;jean@example.org;SMTP;Jean Dupont (jean@example.org)";
    assert_eq!(who(french), [pair(("Jean Dupont", "jean@example.org"))]);
    let spanish = "Nombre;Apellidos;Dirección de correo electrónico;Tipo de correo electrónico;Nombre para mostrar del correo\n\
                   Ana;Ruiz;ana@example.org;SMTP;Ana Ruiz (ana@example.org)";
    assert_eq!(who(spanish), [pair(("Ana Ruiz", "ana@example.org"))]);
    let polish = "Imię;Nazwisko;Adres e-mail;Typ adresu e-mail;Nazwa wyświetlana adresu e-mail\n\
                  Jan;Kowal;jan@example.org;SMTP;Jan Kowal (jan@example.org)";
    assert_eq!(who(polish), [pair(("Jan Kowal", "jan@example.org"))]);
}

#[test]
fn the_name_of_something_else_is_not_that_of_the_person() {
    for (titles, cells) in [
        ("Login name,First name,Last name,Email", "aberg,Anna,Berg,anna@example.org"),
        ("GivenName,Surname,mail,SamAccountName", "Anna,Berg,anna@example.org,annaberg"),
        ("FirstName,LastName,Email,AccountName", "Anna,Berg,anna@example.org,Acme"),
        ("List name,First name,Last name,Email", "News of the club,Anna,Berg,anna@example.org"),
        ("Membership Name,First Name,Surname,Email", "Adult,Anna,Berg,anna@example.org"),
        ("First,Last,Email,Screen Name", "Anna,Berg,anna@example.org,Annie"),
        ("Legal first name,Preferred name,Last name,Email", "Anna,Annie,Berg,anna@example.org"),
        ("Course name,Student name,Email", "Maths,Anna Berg,anna@example.org"),
        ("Pet name,Owner name,Email", "Rex,Anna Berg,anna@example.org"),
        ("Plan name,Customer name,Customer email", "Gold,Anna Berg,anna@example.org"),
        ("Section name,Name,Email", "U15,Anna Berg,anna@example.org"),
        ("Role name,Name,Email", "Admin,Anna Berg,anna@example.org"),
        (
            "Buyer name,Buyer email,Ticket holder name,Ticket holder email",
            "Olga,o@example.org,Anna Berg,anna@example.org",
        ),
        ("Name,Full name,Email", ",Anna Berg,anna@example.org"),
        ("Nom de naissance,Nom d'usage,Prénom,Email", "Ivory,Berg,Anna,anna@example.org"),
        ("Nachname / Firma,Vorname,E-Mail", "Berg,Anna,anna@example.org"),
        ("Name,First name,Last name,Email", "Anna Berg,Anna,Berg,anna@example.org"),
        ("氏名,姓,名,メール", "山田花子,山田,花子,hanako@example.org"),
    ] {
        let name = if cells.contains("hanako") { "山田花子" } else { "Anna Berg" };
        assert_eq!(named(&format!("{titles}\n{cells}")), name, "{titles}");
    }
}

#[test]
fn every_part_of_the_name_of_a_family_is_kept() {
    for (titles, cells, name) in [
        ("Voornaam;Tussenvoegsel;Achternaam;E-mail", "Anna;van den;Berg", "Anna van den Berg"),
        ("Roepnaam;Achternaam;Tussenvoegsel(s);E-mail", "Anna;Berg;van den", "Anna van den Berg"),
        ("Voornaam;Tussenv.;Achternaam;E-mail", "Bo;;Lee", "Bo Lee"),
        ("Vorname;Namenszusatz;Nachname;E-Mail", "Anna;von;Bülow", "Anna von Bülow"),
        ("Nombre;Primer apellido;Segundo apellido;Correo", "Ana;García;López", "Ana García López"),
        ("Nombre;Apellido 1;Apellido 2;Correo", "Ana;García;López", "Ana García López"),
        ("Apellido paterno;Apellido materno;Nombre;Correo", "García;López;Ana", "Ana García López"),
        ("Nombre;Apellidos;Apellidos del tutor;Correo", "Ana;García;Ruiz", "Ana García"),
    ] {
        assert_eq!(named(&format!("{titles}\n{cells};ana@example.org")), name, "{titles}");
    }
}

#[test]
fn names_are_written_out() {
    for (typed, name) in [
        ("O&#039;Brien", "O'Brien"),
        ("Ann &amp; Bob", "Ann & Bob"),
        ("&quot;Ace&quot; Rao", "\"Ace\" Rao"),
        ("J&#xfc;rgen", "Jürgen"),
        ("R&B Lee", "R&B Lee"),
        ("A &#0; B&", "A &#0; B&"),
        ("Anna   Berg", "Anna Berg"),
        ("**Anna Berg**", "Anna Berg"),
        ("Anna Berg**", "Anna Berg"),
        ("- [Anna Berg]", "Anna Berg"),
        ("Anna Berg /", "Anna Berg"),
        ("Anna Berg =", "Anna Berg"),
        ("[Guest] Anna Berg", "[Guest] Anna Berg"),
        ("3. Anna Berg", "Anna Berg"),
        ("1. FC Köln", "1. FC Köln"),
    ] {
        assert_eq!(named(&format!("Name\tEmail\n{typed}\tx@example.org")), name);
    }
    assert_eq!(named("أحمد، ahmad@example.org\nسارة، sara@example.org"), "أحمد");
}

#[test]
fn a_number_to_call_is_no_part_of_a_name() {
    for text in [
        "Ann Lee 07700 900123 ann@example.org",
        "Ann Lee (07700 900123) ann@example.org",
        "Ann Lee +44 7700 900123 ann@example.org",
        "Ann Lee +44 (0) 7700-900123 <ann@example.org>",
        "Ann Lee, 07700 900123 <ann@example.org>",
        "Ann Lee - 07700900123 - ann@example.org",
        "Ann Lee Tel.: 0711/900123 ann@example.org",
        "Ann Lee M: 07700 900123 ann@example.org",
        "Ann Lee mobile 07700.900.123 ann@example.org",
        "07700 900123 Ann Lee ann@example.org",
        "ann@example.org Ann Lee 07700 900123",
        "ann@example.org (Ann Lee, 07700 900123)",
    ] {
        assert_eq!(who(text), [pair(("Ann Lee", "ann@example.org"))], "{text}");
    }
    for name in ["U15 2024/2025", "FC 1899 Rovers", "Ann Lee 1042", "Schalke 04", "Block 12-14", "Team 2026/27"] {
        assert_eq!(named(&format!("{name} <x@example.org>")), name);
    }
}

#[test]
fn a_title_of_both_parts_is_that_of_a_whole_name() {
    for title in
        ["\"Name, Vorname\"", "Name Vorname", "\"Naam, voornaam\"", "Name and surname", "\"Surname, first name\""]
    {
        assert_eq!(named(&format!("{title},Email\n\"Berg, Anna\",anna@example.org")), "Anna Berg", "{title}");
    }
    assert_eq!(named("Name;Nachname;E-Mail\nAnna;Berg;anna@example.org"), "Anna Berg");
    assert_eq!(named("Name;Nachname;E-Mail\nAnna Berg;Berg;anna@example.org"), "Anna Berg");
}

#[test]
fn errors_of_formulas_and_values_of_programs_are_no_names() {
    for nothing in [
        "#NAME?",
        "#N/A",
        "#NV",
        "#BEZUG!",
        "#REF!",
        "#ÜBERLAUF!",
        "#ЗНАЧ!",
        "#¡REF!",
        "NULL",
        "null",
        "N/A",
        "n/a",
        "none",
        "None",
        "NaN",
        "\\N",
        "undefined",
        "Err:502",
        "#DIV/0!",
        "(blank)",
    ] {
        let row = read(&format!("Name,Email\n{nothing},anna@example.org")).unwrap().rows.remove(0);
        assert_eq!((row.name, row.name_as_typed), (None, None), "{nothing}");
        assert_eq!(named(&format!("First name,Last name,Email\nAnna,{nothing},a@example.org")), "Anna", "{nothing}");
        let role = read(&format!("Name,Role,Active,Email\nAnna,{nothing},{nothing},anna@example.org")).unwrap();
        assert_eq!(
            (role.rows[0].role.as_deref(), role.rows[0].active.first().map(String::as_str)),
            (None, Some(nothing)),
            "{nothing}"
        );
    }
    for name in ["Jennifer Null", "Null", "Nan Goldin", "Nan", "Na Ri", "#1 Fan", "Noné"] {
        assert_eq!(named(&format!("Name,Email\n{name},x@example.org")), name);
    }
}

#[test]
fn the_fields_of_an_email_are_nobody() {
    for text in [
        "To: Anna Berg <anna@example.org>",
        "An: Anna Berg <anna@example.org>",
        "Von: Anna Berg <anna@example.org>",
        "À : Anna Berg <anna@example.org>",
        "Кому: Anna Berg <anna@example.org>",
        "To:\tAnna Berg <anna@example.org>",
        "Rovers: Anna Berg <anna@example.org>;",
        "Cc: anna.berg@example.org",
        "BCC : anna.berg@example.org",
        "To: anna.berg@example.org; bob@example.org",
        "Anna Berg: anna@example.org",
    ] {
        assert_eq!(named(text), "Anna Berg", "{text}");
    }
    assert_eq!(who("To: Anna Berg <anna@example.org>, Bob <bob@example.org>\nCc: cy@example.org").len(), 3);
}

#[test]
fn titles_and_brackets_stay_where_they_belong() {
    for (typed, name) in [
        ("Berg, Anna", "Anna Berg"),
        ("Berg, Anna (HR)", "Anna Berg (HR)"),
        ("Berg, Anna [Extern]", "Anna Berg [Extern]"),
        ("Berg-Lee, Anna (IT/EDV)", "Anna Berg-Lee (IT/EDV)"),
        ("Ewing, J. R.", "J. R. Ewing"),
        ("Lee, Don", "Don Lee"),
        ("Dr. Berg, Anna", "Dr. Anna Berg"),
        ("Prof. Dr. Berg, Anna", "Prof. Dr. Anna Berg"),
        ("Berg, Dr. Anna", "Dr. Anna Berg"),
        ("Berg, Anna Dr.", "Dr. Anna Berg"),
        ("Frau Berg, Anna", "Frau Anna Berg"),
        ("Pan, Wei", "Wei Pan"),
        ("St. Clair, Anna", "Anna St. Clair"),
        ("van der Berg, Anna", "Anna van der Berg"),
        ("García Márquez, Gabriel", "Gabriel García Márquez"),
        ("金, 正恩", "金正恩"),
        ("Lee, MBBS", "Lee, MBBS"),
        ("Hannah Lee, FC Rovers", "Hannah Lee, FC Rovers"),
        ("Anna Berg, she/her", "Anna Berg, she/her"),
        ("Anna Berg, Ph. D.", "Anna Berg, Ph. D."),
    ] {
        assert_eq!(named(&format!("Name;Email\n{typed};anna@example.org")), name);
    }
}
