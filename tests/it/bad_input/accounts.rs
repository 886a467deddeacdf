use ticket_pool::server::services::person;

use super::{
    cases::{Case, Leads, all_right},
    scene::{Scene, Who},
};

const CANARY: &str = "<script>alert(1)</script> 🎟 \u{5e9}\u{5dc}";

both! {
    async fn an_address_of_ones_own_that_cannot_be_had_comes_back(town: Town) {
        let scene = Scene::set(town).await;
        let valid = Case::of("/api/account/address/ask", Who::Asha, &[("email", "asha@example.net")]);
        let mut cases = vec![
            valid.with(&[("email", "")]).says("Fill this in."),
            valid.without("email").says("Fill this in."),
            valid.with(&[("email", " ASHA@example.org ")]).says("This is already your email address.").keeps(&["ASHA@example.org"]),
            valid.with(&[("email", &format!("{}@example.org", "x".repeat(250)))]).says("That’s 262 characters. Use 254 or fewer."),
            valid.with(&[("email", CANARY)]).says("isn’t a valid email address.").keeps(&[CANARY]),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        for wrong in ["@example.org", "asha@", "asha@example", "asha@example.org,eve@evil.example", "asha\r\nBcc: eve@evil.example"] {
            cases.push(valid.with(&[("email", wrong)]).says("isn’t a valid email address."));
        }
        cases.push(valid.at("/api/account/address/cancel").by(Who::Nobody).leads(Leads::Door));
        all_right(&scene, cases).await;
    }

    async fn a_code_that_is_none_comes_back_and_costs_no_try(town: Town) {
        let scene = Scene::set(town).await;
        let valid = Case::of("/api/account/address/confirm", Who::Asha, &[("code", "1234 5678")]);
        let none = "That code has expired. Request a new one";
        let not_asked = vec![valid.clone().says(none), valid.by(Who::Dana).says(none), valid.by(Who::Nobody).leads(Leads::Door)];
        all_right(&scene, not_asked).await;
        person::ask_address(&scene.town.site, &scene.town.asha, "asha@example.net").await.unwrap();
        let no_code = "Enter the 8-digit code from your email, like 1234 5678.";
        let cases = vec![
            valid.with(&[("code", "")]).says("Fill this in.").keeps(&["asha@example.net"]),
            valid.without("code").says("Fill this in."),
            valid.with(&[("code", "1234 567")]).says(no_code),
            valid.with(&[("code", CANARY)]).says(no_code),
            valid.with(&[("code", &"9".repeat(5_000))]).says(no_code),
            valid.by(Who::Bram).says(none),
        ];
        all_right(&scene, cases).await;
    }

    async fn a_link_that_takes_nothing_back_says_so(town: Town) {
        let scene = Scene::set(town).await;
        let valid = Case::of("/api/account/address/undo", Who::Nobody, &[("token", "x")]);
        let spent = "This link has been used, has expired, or is incomplete.";
        let mut cases = vec![valid.without("token").says(spent), valid.by(Who::Asha).says(spent), valid.by(Who::Dana).says(spent)];
        for wrong in ["", "x", CANARY, "../../account", &"A".repeat(43), &"A".repeat(5_000)] {
            cases.push(valid.with(&[("token", wrong)]).says(spent));
        }
        all_right(&scene, cases).await;
    }

    async fn a_switch_of_emails_that_is_none_leads_nowhere(town: Town) {
        let scene = Scene::set(town).await;
        let valid = Case::of("/api/account/emails", Who::Asha, &[("kind", "new-event"), ("season", ""), ("on", "")]);
        let mut cases = vec![valid.by(Who::Nobody).leads(Leads::Door)];
        for wrong in ["", "sign-in", "result", "new-event ", CANARY, &"n".repeat(5_000)] {
            cases.push(valid.with(&[("kind", wrong)]).leads(Leads::Nowhere));
        }
        for wrong in ["0", "4711", "general", CANARY] {
            cases.push(valid.with(&[("season", wrong)]).leads(Leads::Nowhere));
        }
        all_right(&scene, cases).await;
        assert_eq!(scene.town.count("emails_off", "1 = 1").await, 0);
    }

    async fn a_link_of_an_email_behind_which_nobody_stands_says_so(town: Town) {
        let scene = Scene::set(town).await;
        let fields = [("token", "x"), ("kind", "new-event"), ("season", ""), ("on", "")];
        let valid = Case::of("/api/emails/choose", Who::Nobody, &fields);
        let spent = "This link has been used, has expired, or is incomplete.";
        let mut cases = vec![valid.without("token").says(spent), valid.by(Who::Dana).says(spent)];
        for wrong in ["", "x", CANARY, "../../account", &"A".repeat(96), &"A".repeat(5_000)] {
            cases.push(valid.with(&[("token", wrong)]).says(spent));
        }
        all_right(&scene, cases).await;
        assert_eq!(scene.town.count("emails_off", "1 = 1").await, 0);
    }

    async fn a_language_that_the_site_does_not_speak_comes_back(town: Town) {
        let scene = Scene::set(town).await;
        let valid = Case::of("/api/account/language", Who::Asha, &[("language", "de")]);
        let mut cases = vec![valid.by(Who::Nobody).leads(Leads::Door)];
        for wrong in ["ja", "de-AT", "Deutsch", "en; DROP TABLE users", "../de", CANARY, &"d".repeat(10_000)] {
            cases.push(valid.with(&[("language", wrong)]).says("isn’t an option. Choose one of: English, Deutsch, Français."));
        }
        all_right(&scene, cases).await;
        assert_eq!(scene.town.count("users", "language IS NOT NULL").await, 0);
    }

    async fn a_zone_that_is_none_comes_back(town: Town) {
        let scene = Scene::set(town).await;
        let valid = Case::of("/api/account/zone", Who::Asha, &[("zone", "Asia/Kolkata")]);
        let mut cases = vec![valid.by(Who::Nobody).leads(Leads::Door)];
        for wrong in ["Asia/Calcuttta", "+05:30", "IST ", "Europe/London; DROP TABLE users", "../../etc/passwd", CANARY] {
            // The canary and others come back as they were typed.
            cases.push(valid.with(&[("zone", wrong)]).says("isn’t a time zone we know.").keeps(&[wrong]));
        }
        cases.push(valid.with(&[("zone", &"Z".repeat(10_000))]).says("isn’t a time zone we know."));
        cases.push(valid.with(&[("zone", "Asia/Kol\0kata")]).says("isn’t a time zone we know."));
        all_right(&scene, cases).await;
    }
}
