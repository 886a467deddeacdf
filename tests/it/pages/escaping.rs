//! Whatever people type is text, on every page.

use std::{fs, path::Path};

use ticket_pool::{
    domain::{
        board::{BoardForm, key},
        draw::DrawForm,
        ids::EventId,
        person::{PersonForm, Role},
    },
    server::{
        auth::Actor,
        services::{allocation, draw, event, person, request},
    },
};

use crate::{
    harness::{Town, event_form, finalizing, person_form, wish},
    site_map::{Numbers, places},
};

const NAME: &str = "</title></textarea><script>alert(1)</script> <img src=x onerror=alert(2)> & \"'";
const TEXT: &str =
    "</textarea><script>alert(1)</script>\n--><img src=x onerror=alert(2)> &amp; {{7*7}} \u{202e}gnirts 🎟";

/// Gives someone a name that no parent would.
async fn rename(town: &Town, who: &Actor, role: Role) {
    let form = PersonForm { name: format!("{NAME}{}", who.person), email: who.email.clone(), ..person_form("x", role) };
    person::edit(&town.site, &town.dana, who.person, &form).await.unwrap();
}

/// An event all of whose texts are hostile; Asha and Bram ask for it.
async fn hostile_match(town: &Town) -> EventId {
    let mut form = event_form(NAME);
    form.notes = TEXT.into();
    form.shows_before = "names".into();
    form.randomness = "typed".into();
    form.public_input_name = NAME.into();
    let number = event::create(&town.site, &town.otto, &form).await.unwrap();
    for who in [&town.asha, &town.bram] {
        let mut wish = wish(&[2, 1], 0);
        wish.note = TEXT.into();
        request::save(&town.site, who, number, who.person, &wish).await.unwrap();
    }
    number
}

/// The same, closed, decided with hostile reasons, and drawn twice with a hostile public.
async fn decided(town: &Town) -> EventId {
    let number = hostile_match(town).await;
    event::close(&town.site, &town.otto, number).await.unwrap();
    let keys = [key(town.request(number, &town.asha).await.id), key(town.request(number, &town.bram).await.id)];
    let form = BoardForm {
        version: "0".into(),
        amount: keys.iter().map(|key| (key.clone(), "other".into())).collect(),
        other: [(keys[0].clone(), "3".into()), (keys[1].clone(), "0".into())].into(),
        reason: keys.iter().map(|key| (key.clone(), NAME.into())).collect(),
    };
    allocation::save(&town.site, &town.otto, number, &form).await.unwrap();
    for _ in 0..2 {
        let version = town.event(number).await.board_version.to_string();
        let (rule, typed) = ("equal.turns".into(), NAME.to_owned());
        let form = DrawForm { version, rule, public_input: typed.clone(), reason: typed };
        draw::make(&town.site, &town.otto, number, &form).await.unwrap();
    }
    number
}

both! {
    async fn no_page_runs_what_people_typed(town: Town) {
        rename(&town, &town.asha, Role::Member).await;
        rename(&town, &town.otto, Role::Organizer).await;
        let (open, closed) = (hostile_match(&town).await, decided(&town).await);
        let (ready, finalized, cancelled) = (decided(&town).await, decided(&town).await, decided(&town).await);
        let version = town.event(finalized).await.board_version.to_string();
        let how = allocation::Finalizing { line: TEXT, ..finalizing(&version) };
        allocation::finalize(&town.site, &town.otto, finalized, how).await.unwrap();
        event::cancel(&town.site, &town.otto, cancelled).await.unwrap();
        event::delete(&town.site, &town.dana, hostile_match(&town).await).await.unwrap();
        town.force("UPDATE outbox SET status = 'failed', reason = '<script>alert(1)</script>' WHERE kind = 'result'")
            .await
            .unwrap();
        let numbers = Numbers { open, closed, ready, finalized, cancelled, asha: town.asha.person };
        let mut texts = 0;
        for who in [&town.asha, &town.bram, &town.otto, &town.dana] {
            let mut browser = town.browser_of(who).await;
            for place in places(numbers) {
                let page = browser.get(&place.path).await;
                let at = format!("{} at {}", who.email, place.path);
                for raw in ["<script>alert", "<img src=x", "</textarea><script", "</title></textarea>"] {
                    assert!(!page.body.contains(raw), "{at}: {raw}");
                }
                assert_eq!(page.count("[onerror]"), 0, "{at}");
                assert_eq!(page.count("title"), 1, "{at}");
                assert_eq!(page.count("script:not([src])"), 0, "{at}: no script in the page");
                texts += page.text().matches("<script>alert(1)</script>").count();
            }
        }
        assert!(texts > 100, "the texts are shown as they were typed, {texts} times");
    }

    async fn a_note_comes_back_into_its_field_letter_for_letter(town: Town) {
        let number = hostile_match(&town).await;
        let mut asha = town.browser_of(&town.asha).await;
        let page = asha.get(&format!("/events/{number}/request")).await;
        let html = scraper::Html::parse_document(&page.body);
        let field = scraper::Selector::parse("textarea[name=note]").unwrap();
        let typed: String = html.select(&field).next().unwrap().text().collect();
        assert_eq!(typed.trim_start_matches('\n'), TEXT);
        let title: String = html.select(&scraper::Selector::parse("title").unwrap()).next().unwrap().text().collect();
        assert_eq!(title, format!("Edit your request: {NAME} · Ticket Pool"));
    }
}

/// Every Rust file below a folder.
fn sources(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn only_the_escaping_component_writes_a_textarea_or_raw_html() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    assert!(files.len() > 50);
    for file in files.iter().filter(|file| !file.ends_with("components/escaped.rs")) {
        let mut text = fs::read_to_string(file).unwrap();
        // The lines of the board come from a template, which escapes every value.
        if file.ends_with("pages/allocate.rs") {
            text = text.replacen("<ul class=\"board\" inner_html=rows>", "", 1);
        }
        // An island sets the content of an element: a word of its own, or a text made HTML.
        if file.components().any(|part| part.as_os_str() == "islands") {
            text = text.replace("inner_html=move || escaped(", "").replace("inner_html=\"", "");
        }
        for raw in ["<textarea", "inner_html"] {
            assert!(!text.contains(raw), "{raw} in {}", file.display());
        }
    }
}

#[test]
fn no_template_lets_a_value_through_unescaped() {
    for template in ["board/rows.html", "mail/letter.html"] {
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates").join(template)).unwrap();
        for way in ["|safe", "| safe", "|escape(", "{% autoescape", "{% raw"] {
            assert!(!text.contains(way), "{way} in {template}");
        }
    }
}
