//! What is answered in the reader's language, and what of a page is not in the catalog.

use axum::{
    body::Body,
    http::{Method, header},
};
use scraper::{ElementRef, Html, Selector};

use ::allocation::Rule;
use ticket_pool::{
    domain::{
        alarm::{Alarm, Cause},
        ids::EventId,
        message::Topic,
        person::Role,
    },
    server::services::allocation::Telling,
};

use crate::harness::{Answer, Browser, Town};

/// Pages every sentence of which is in the catalog.
const WHOLE: [&str; 7] = [
    "/sign-in",
    "/sign-in/check-mail",
    "/sign-in/link/garbled",
    "/set-up/garbled",
    "/problem/garbled",
    "/emails/garbled",
    "/offers/garbled",
];
const WHOLE_FOR_MEMBERS: [&str; 6] = ["/", "/account", "/nothing/here", "/accessibility", "/offline", "/seasons/1"];
/// The same of each of an event's.
const WHOLE_OF_EVENTS: [&str; 3] = ["", "/request", "/statements"];
const WHOLE_FOR_ADMINS: [&str; 11] = [
    "/admin",
    "/admin/people",
    "/admin/people?q=nobody-is-called-so",
    "/admin/people/new",
    "/admin/people/import",
    "/admin/mail",
    "/admin/mail?show=failed",
    "/admin/audit",
    "/admin/settings",
    "/seasons",
    "/seasons/1",
];

pub async fn asked_in(browser: &mut Browser, accepts: &str, path: &str) -> Answer {
    let request = browser.request(Method::GET, path).header(header::ACCEPT_LANGUAGE, accepts).body(Body::empty());
    browser.send(request.unwrap()).await
}

/// The texts of a page, and of what is read out of it, that are no sentence of the catalog; what people are called, their
/// addresses, and numbers aside.
pub fn strange(answer: &Answer) -> Vec<String> {
    let html = Html::parse_document(&answer.body);
    let all = Selector::parse("body *, title").unwrap();
    let texts = html.select(&all).flat_map(|element| {
        let said = element.value().attr("aria-label").into_iter().chain(element.value().attr("placeholder"));
        said.map(str::to_owned).chain(own_text(element)).collect::<Vec<_>>()
    });
    texts.filter(|text| text.chars().any(char::is_alphabetic) && !text.contains('⟦') && !text.contains('⟧')).collect()
}

fn own_text(element: ElementRef<'_>) -> Vec<String> {
    // Languages, each called as its speakers call it.
    let named = element.value().attr("lang").is_some();
    // Codes, fingerprints, and what was signed are what they are.
    let as_it_is = matches!(element.value().name(), "code" | "pre");
    let is_user = named || as_it_is || element.value().classes().any(|class| class == "user-text");
    let texts = element.children().filter_map(|child| child.value().as_text().map(|text| text.trim().to_owned()));
    texts.filter(|text| !is_user && !text.is_empty()).collect()
}

/// An event of whose tickets a draw gave Asha none.
async fn missed(town: &Town) -> EventId {
    let number = town.closed_match().await;
    town.set_tickets(number, 1).await;
    town.draw(number, Rule::LOTTERY, "").await.unwrap();
    town.put_draw(number).await.unwrap();
    town.finalize(number, Telling::Changed).await.unwrap();
    number
}

both! {
    async fn a_page_says_in_which_language_it_is(town: Town) {
        let mut browser = town.browser();
        for (accepts, tag) in [("en-XA", "en-XA"), ("ja, en-XA;q=0.1", "en-XA"), ("ja", "en"), ("", "en"), ("<,;q=", "en")] {
            let page = asked_in(&mut browser, accepts, "/sign-in").await;
            assert!(page.body.starts_with(&format!("<!DOCTYPE html><html lang=\"{tag}\">")), "{accepts}");
            assert_eq!(page.text().contains('⟦'), tag == "en-XA", "{accepts}");
        }
    }

    async fn what_is_said_on_these_pages_is_in_the_catalog(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        let mut nobody = town.browser();
        nobody.post("/api/sign-in/ask", &[("email", "asha@example.org")]).await;
        let open = town.match_day().await;
        let token = town.off_link_of(&town.asha, Topic::ClosingSoon).await;
        let off = format!("/emails/{token}");
        let mut paths: Vec<String> = WHOLE_FOR_MEMBERS.map(str::to_owned).into();
        for event in [open, town.closed_match().await, town.finalized_match().await, missed(&town).await] {
            paths.extend(WHOLE_OF_EVENTS.map(|page| format!("/events/{event}{page}")));
        }
        // So that there is something of everything for admins: emails that went and did not, someone deactivated.
        town.post().await;
        town.force("UPDATE outbox SET status = 'failed' WHERE kind = 'closed'").await.unwrap();
        town.change(&town.otto, Role::Organizer, false).await;
        town.force("UPDATE users SET failing_since = created_at, failing_why = 'bounced', complained_at = created_at").await.unwrap();
        town.newcomer("Nia").await;
        let alarms = Cause::ALL.iter().map(|&cause| Alarm { cause, number: 7 });
        town.site.observed.alarms.send_replace(alarms.collect());
        let mut dana = town.browser_of(&town.dana).await;
        let mut found = <Vec<String>>::new();
        let mut for_admins = WHOLE_FOR_ADMINS.map(str::to_owned).to_vec();
        // With names: where everyone stands, and what is known of someone who asked, and of someone who left.
        for_admins.extend([&town.asha, &town.otto].map(|actor| format!("/admin/people/{}", actor.person)));
        for (browser, paths) in
            [(&mut nobody, [WHOLE.map(str::to_owned).to_vec(), vec![off]].concat()), (&mut asha, paths), (&mut dana, for_admins)]
        {
            for path in &paths {
                let page = asked_in(browser, "en-XA", path).await;
                assert!(page.body.contains("lang=\"en-XA\""), "{path}: {}", page.status);
                let strange = strange(&page).into_iter().filter(|text| !KNOWN.contains(&text.as_str())).collect::<Vec<_>>();
                found.extend(strange.into_iter().map(|text| format!("{path}: {text}")));
            }
        }
        assert!(found.is_empty(), "{}", found.join("\n"));
    }
}

/// What is no sentence: what the site, an event, and people are called, formats, and the letters of methods.
pub const KNOWN: [&str; 8] = [
    "Ticket Pool",
    "Rovers v United · Ticket Pool",
    "Asha · Ticket Pool",
    "Otto · Ticket Pool",
    "CSV",
    "Excel (.xlsx)",
    "A",
    "B",
];
