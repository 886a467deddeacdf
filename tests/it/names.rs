//! Names and addresses as people have them: sorted, found, told apart, however they are typed.

mod shown;

use ticket_pool::{
    domain::{
        person::{Email, PersonForm, Role},
        request::RequestForm,
        typed::Problem,
    },
    error::Refusal,
    server::{
        auth::Actor,
        db::people,
        services::{event, person, request},
    },
};

use crate::harness::{Town, event_form, person_form, refusal, wish};

/// In the order in which people look for them.
const NAMES: [&str; 9] =
    ["Ådne", "Łukasz Nowak", "Müller", "Óscar", "Öztürk", "van der Berg", "Zoë", "Мария Иванова", "李娜"];

async fn add(town: &Town, name: &str, email: &str) {
    let form = PersonForm { email: email.into(), ..person_form(name, Role::Member) };
    person::add(&town.site, &town.dana, &form).await.unwrap();
}

/// The town with people of these names, added in another order.
async fn with_names(town: &Town) {
    for (number, name) in NAMES.iter().enumerate().rev() {
        add(town, name, &format!("p{number}@example.org")).await;
    }
}

/// The names in an answer, in its order.
fn in_order<'a>(text: &str, names: &[&'a str]) -> Vec<&'a str> {
    let mut found: Vec<_> = names.iter().filter_map(|name| Some((text.find(name)?, *name))).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, name)| name).collect()
}

async fn actor(town: &Town, email: &str) -> Actor {
    let found = people::find_by_email(town.site.db.read(), &Email::parse(email).unwrap()).await.unwrap().unwrap();
    Actor { person: found.id, name: found.name, email: found.email, role: found.role, ..town.asha.clone() }
}

both! {
    async fn people_stand_in_the_order_in_which_they_are_looked_for(town: Town) {
        with_names(&town).await;
        let mut dana = town.browser_of(&town.dana).await;
        assert_eq!(in_order(&dana.get("/admin/people").await.text(), &NAMES), NAMES);
        let csv = dana.get("/admin/people.csv").await;
        assert_eq!(in_order(&csv.body, &NAMES), NAMES);
        let number = town.match_day().await;
        for place in (0..NAMES.len()).rev() {
            let who = actor(&town, &format!("p{place}@example.org")).await;
            town.ask(number, &who, &[1]).await.unwrap();
        }
        town.close(number).await;
        let mut otto = town.browser_of(&town.otto).await;
        for page in ["", "/allocate", "/results"] {
            let text = otto.get(&format!("/events/{number}{page}")).await.text();
            assert_eq!(in_order(&text, &NAMES), NAMES, "{page}");
        }
    }

    async fn people_are_found_however_their_name_is_typed(town: Town) {
        with_names(&town).await;
        let mut dana = town.browser_of(&town.dana).await;
        for (typed, name) in [
            ("Łukasz", NAMES[1]), ("lukasz", NAMES[1]), ("NOWAK łukasz", NAMES[1]), ("muller", NAMES[2]), ("MUELLER", NAMES[2]),
            ("Mu\u{308}ller", NAMES[2]), ("Oscar", NAMES[3]), ("öztürk", NAMES[4]), ("OZTURK", NAMES[4]), ("BERG", NAMES[5]),
            ("zoe", NAMES[6]), ("мария", NAMES[7]), ("ИВАНОВА", NAMES[7]), ("李", NAMES[8]), ("P4@EXAMPLE", NAMES[4]),
        ] {
            let query = serde_urlencoded::to_string([("q", typed)]).unwrap();
            let text = dana.get(&format!("/admin/people?{query}")).await.text();
            assert_eq!(in_order(&text, &NAMES), [name], "{typed}");
        }
        for nothing in ["%", "_", "\\", "'", "Zoéx", "--"] {
            let query = serde_urlencoded::to_string([("q", nothing)]).unwrap();
            let text = dana.get(&format!("/admin/people?{query}")).await.text();
            assert!(in_order(&text, &NAMES).is_empty(), "{nothing}: {text}");
        }
    }

    async fn one_letter_written_in_two_ways_is_one(town: Town) {
        add(&town, "Zoe\u{308} Mu\u{308}ller", "zoe@example.org").await;
        assert_eq!(town.count("users", "name = 'Zoë Müller'").await, 1);
        let zoe = actor(&town, "zoe@example.org").await;
        person::rename(&town.site, &zoe, "Zoe\u{308}  Mu\u{308}ller").await.unwrap();
        assert_eq!(town.count("users", "email = 'zoe@example.org' AND name LIKE 'Zoë%Müller'").await, 1);
        // Someone who may not list people names her as it comes to their fingers.
        let number = town.match_day().await;
        let form = RequestForm {
            sought: "zoe mu\u{308}ller".into(),
            ..wish(&[2], 0)
        };
        request::save(&town.site, &town.otto, number, zoe.person, &form).await.unwrap();
    }

    async fn the_keys_of_a_database_from_before_are_made_when_it_is_opened(town: Town) {
        with_names(&town).await;
        let keys = "SELECT name, sort_key, search_key, name_keys FROM users ORDER BY id";
        let before = town.rows(keys).await;
        let forget = "UPDATE users SET sort_key = '', search_key = '', name_keys = 0";
        town.force(forget).await.unwrap();
        town.force("UPDATE users SET name = 'Mu\u{308}ller' WHERE name = 'Müller'").await.unwrap();
        town.site.db.catch_up().await.unwrap();
        assert_eq!(town.rows(keys).await, before);
    }

    async fn two_people_of_one_name_are_told_apart_wherever_one_is_chosen(town: Town) {
        add(&town, "Hannah Lee", "hannah@example.org").await;
        add(&town, "hannah  lee", "lee@xn--exmple-cua.org").await;
        let number = town.match_day().await;
        for email in ["hannah@example.org", "lee@xn--exmple-cua.org"] {
            let who = actor(&town, email).await;
            town.ask(number, &who, &[1]).await.unwrap();
        }
        town.ask(number, &town.asha, &[1]).await.unwrap();
        town.close(number).await;
        let mut otto = town.browser_of(&town.otto).await;
        for page in ["", "/allocate", "/results"] {
            let text = otto.get(&format!("/events/{number}{page}")).await.text();
            assert!(text.contains("hannah@example.org") && text.contains("lee@exämple.org"), "{page}: {text}");
            assert!(!text.contains("asha@example.org"), "{page}: {text}");
        }
        let everyone = town.with_settings(&[("WHO_CREATES", "everyone")]);
        let text = everyone.browser_of(&town.otto).await.get(&format!("/events/{number}/organizers")).await.text();
        assert!(text.contains("Hannah Lee (hannah@example.org)") && !text.contains("asha@example.org"), "{text}");
        // A member who runs an event may not list people: as much of an address as its owner knows it by.
        let asha = &town.asha;
        event::add_organizer(&everyone.site, &town.otto, number, &asha.person.to_string()).await.unwrap();
        let text = everyone.browser_of(asha).await.get(&format!("/events/{number}/allocate")).await.text();
        assert!(text.contains("h…@example.org") && !text.contains("hannah@"), "{text}");
    }

    async fn an_address_with_umlauts_is_one_however_it_is_typed(town: Town) {
        add(&town, "Käthe", "kaethe@EXÄMPLE.org").await;
        assert_eq!(town.count("users", "email = 'kaethe@xn--exmple-cua.org'").await, 1);
        for again in ["kaethe@exämple.org", "Kaethe@xn--exmple-cua.org", "kaethe@exa\u{308}mple.org", "kaethe@ｅｘämple.org"] {
            let form = PersonForm { email: again.into(), ..person_form("Other", Role::Member) };
            let done = person::add(&town.site, &town.dana, &form).await;
            assert_eq!(refusal(done), Refusal::field("email", Problem::AddressTaken), "{again}");
        }
        let mut dana = town.browser_of(&town.dana).await;
        for search in ["exämple", "kaethe@exämple.org", "KAETHE@EXÄMPLE.ORG", "xn--exmple", "exämple.org"] {
            let query = serde_urlencoded::to_string([("q", search)]).unwrap();
            let text = dana.get(&format!("/admin/people?{query}")).await.text();
            assert!(text.contains("kaethe@exämple.org") && text.contains("Käthe"), "{search}: {text}");
        }
        town.post().await;
        let mut browser = town.browser();
        browser.post("/api/sign-in/ask", &[("email", "kaethe@exämple.org")]).await;
        let [letter] = &town.post().await[..] else { panic!("one letter") };
        assert_eq!(letter.to_address, "kaethe@xn--exmple-cua.org");
        for wrong in ["käthe@exämple.org", "kaethe@-ä.org", "kaethe@ä..org", "kaethe@exämple", "kaethe@xn--a.org", "a@\u{2488}com"] {
            let form = PersonForm { email: wrong.into(), ..person_form("Other", Role::Member) };
            let Refusal::Invalid { fields } = refusal(person::add(&town.site, &town.dana, &form).await) else { panic!("{wrong}") };
            assert!(matches!(fields[0].problem, Problem::NotAnAddress { .. }), "{wrong}: {fields:?}");
        }
    }

    async fn a_title_has_something_to_read(town: Town) {
        for unread in [".", "—", "…!?", "\u{301}", "\u{FFFC}", "\u{E000}", "\u{2800}.\u{2800}", "()"] {
            let Refusal::Invalid { fields } = refusal(event::create(&town.site, &town.otto, &event_form(unread)).await) else {
                panic!("{unread}")
            };
            assert!(fields.iter().any(|one| one.field == "name"), "{unread:?}: {fields:?}");
        }
        for unseen in ["\u{200B}", "\u{2060}\u{FEFF}"] {
            let done = event::create(&town.site, &town.otto, &event_form(unseen)).await;
            assert_eq!(refusal(done), Refusal::field("name", Problem::Missing), "{unseen:?}");
        }
        for read in ["7", "⚽", "決勝", "Финал", "Game #1"] {
            event::create(&town.site, &town.otto, &event_form(read)).await.unwrap();
        }
    }

    async fn a_link_with_the_sentence_around_it_leads_where_it_should(town: Town) {
        let number = town.match_day().await;
        let mut asha = town.browser_of(&town.asha).await;
        for tail in [".", ",", "%3E", ").", "%E2%80%9D.", "!"] {
            let answer = asha.get(&format!("/events/{number}{tail}")).await;
            assert_eq!((answer.status.as_u16(), answer.location()), (303, &*format!("/events/{number}")), "{tail}");
        }
        let answer = asha.get(&format!("/events/{number}/request.?draft=x")).await;
        assert_eq!(answer.location(), format!("/events/{number}/request?draft=x"));
        assert_eq!(asha.get("//evil.example.").await.location(), "");
        town.post().await;
        let mut browser = town.browser();
        browser.post("/api/sign-in/ask", &[("email", "asha@example.org")]).await;
        let [letter] = &town.post().await[..] else { panic!("one letter") };
        let link = letter.text.split_whitespace().find(|word| word.contains("/sign-in/")).unwrap();
        let path = link.trim_start_matches("http://localhost:5000");
        let answer = browser.get(&format!("{path}.")).await;
        assert_eq!(answer.location(), path);
        assert_eq!(browser.get(path).await.status.as_u16(), 200);
    }

    async fn people_are_greeted_by_the_name_they_are_called_by(town: Town) {
        person::rename(&town.site, &town.asha, "Lee, Hannah").await.unwrap();
        let text = town.browser_of(&town.asha).await.get("/").await.text();
        assert!(text.contains("Hi, Hannah") && !text.contains("Lee,"), "{text}");
    }
}
