//! Programs that read email before people do, and press the buttons behind its links.

use chrono::TimeDelta;
use scraper::{Html, Selector};
use ticket_pool::{
    domain::ids::EventId,
    error::{Obstacle, Refusal},
    server::services::after::{self as service, Answer, Press},
};

use super::answering::link_of_bram;
use crate::harness::{Browser, DOMAIN, Town, refusal};

/// How long people take to read what is offered.
const READING: TimeDelta = TimeDelta::seconds(3);

/// The forms of an offer's page, as they would be sent.
fn forms(page: &str) -> Vec<Vec<(String, String)>> {
    let (page, form, input) = (Html::parse_document(page), "form[action='/api/offers/answer']", "input[name]");
    let (form, input) = (Selector::parse(form).unwrap(), Selector::parse(input).unwrap());
    let sent = |field: scraper::ElementRef<'_>| {
        let of = |name| field.value().attr(name).unwrap_or_default().to_owned();
        (of("name"), of("value"))
    };
    page.select(&form).map(|form| form.select(&input).map(sent).collect()).collect()
}

/// Opens the page, takes its time, and presses one of its buttons; returns what the page says then.
async fn presses(browser: &mut Browser, path: &str, button: usize, time: TimeDelta) -> String {
    let form = forms(&browser.get(path).await.body).remove(button);
    browser.town.wait(time);
    let fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let to = browser.post("/api/offers/answer", &fields).await.location().to_owned();
    browser.get(&to).await.text()
}

/// Asha gave back two, and Bram has the email; the path of its link.
async fn offered_to_bram(town: &Town) -> (EventId, String) {
    let event = town.settled_match().await;
    town.returned(event, &town.asha, 2).await;
    (event, link_of_bram(town).await)
}

both! {
    async fn one_that_presses_every_button_as_soon_as_it_sees_it_answers_nothing(town: Town) {
        let (event, path) = offered_to_bram(&town).await;
        let before = town.snapshot(&DOMAIN).await;
        for _ in 0..8 {
            let mut scanner = town.browser_at("203.0.113.9");
            for button in [0, 1, 1, 0] {
                let said = presses(&mut scanner, &path, button, TimeDelta::seconds(2)).await;
                assert!(said.contains("please answer once more"), "{said}");
            }
        }
        assert_eq!(town.snapshot(&DOMAIN).await, before);
        let mut phone = town.browser();
        let said = presses(&mut phone, &path, 0, READING).await;
        assert!(said.contains("All yours"), "{said}");
        assert_eq!(town.held(event).await, [2, 3, 0]);
    }

    async fn one_that_makes_up_the_form_answers_nothing(town: Town) {
        let (event, path) = offered_to_bram(&town).await;
        let token = path.rsplit('/').next().unwrap();
        let soon = (town.now() + TimeDelta::days(1)).timestamp_millis().to_string();
        for shown in ["", "now", "9999999999999999999", &soon] {
            let mut scanner = town.browser_at("203.0.113.9");
            scanner.post("/api/offers/answer", &[("token", token), ("how", "take"), ("shown", shown)]).await;
        }
        assert_eq!(town.held(event).await, [2, 1, 0]);
    }

    async fn bram_who_is_signed_in_is_as_quick_as_he_likes(town: Town) {
        let (event, path) = offered_to_bram(&town).await;
        let said = presses(&mut town.browser_of(&town.bram).await, &path, 0, TimeDelta::zero()).await;
        assert!(said.contains("All yours"), "{said}");
        assert_eq!(town.held(event).await, [2, 3, 0]);
        assert!(!town.post().await[0].text.contains("an email filter may have"));
    }

    async fn of_one_that_waits_and_presses_bram_is_told_and_can_give_them_back(town: Town) {
        let (event, path) = offered_to_bram(&town).await;
        presses(&mut town.browser_at("203.0.113.9"), &path, 0, READING).await;
        assert_eq!(town.held(event).await, [2, 3, 0]);
        let letters = town.post().await;
        let told = letters.iter().find(|letter| letter.to_name == "Bram").unwrap();
        assert!(told.text.contains("If you didn’t press the button, an email filter may have."), "{}", told.text);
        let noted = town.rows("SELECT details FROM audit_log WHERE action = 'after.take'").await;
        assert!(noted[0]["details"].to_string().contains("link"), "{noted:?}");
        town.returned(event, &town.bram, 2).await;
        assert_eq!(town.offered(event, &town.olga).await.unwrap().number, 2, "they go on to the next");
    }

    async fn where_links_alone_sign_nobody_in_they_answer_no_offer(town: Town) {
        let town = town.with_settings(&[("LOGIN_UNBOUND", "code")]);
        let (event, path) = offered_to_bram(&town).await;
        let token = path.rsplit('/').next().unwrap();
        for mut browser in [town.browser_at("203.0.113.9"), town.browser_of(&town.olga).await] {
            let page = browser.get(&path).await;
            assert_eq!(forms(&page.body).len(), 0);
            let door = format!("/sign-in?next=%2Fevents%2F{event}");
            assert!(page.text().contains("Sign in to answer") && page.body.contains(&door), "{}", page.body);
            town.wait(READING);
            browser.post("/api/offers/answer", &[("token", token), ("how", "take"), ("shown", "0")]).await;
        }
        let done = service::answer_behind(&town.site, token, Answer::Take, Press::new(None, "0")).await;
        assert_eq!(refusal(done), Refusal::NotNow { why: Obstacle::AnswerSignedIn });
        assert_eq!(town.held(event).await, [2, 1, 0]);
        let said = presses(&mut town.browser_of(&town.bram).await, &path, 0, TimeDelta::zero()).await;
        assert!(said.contains("All yours"), "{said}");
        assert_eq!(town.held(event).await, [2, 3, 0]);
    }
}
