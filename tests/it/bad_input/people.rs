use super::{
    cases::{Case, Leads, all_right},
    scene::{Scene, Who},
};

const CANARY: &str = "<script>alert(1)</script> 🎟 \u{5e9}\u{5dc}";

/// What can be wrong about someone's name, address and role.
fn details(valid: &Case) -> Vec<Case> {
    let mut cases = vec![
        valid.with(&[("name", "")]).says("Fill this in.").keeps(&["cleo@example.org"]),
        valid.without("name").says("Fill this in.").keeps(&["cleo@example.org"]),
        valid
            .with(&[("name", &"x".repeat(101))])
            .says("That’s 101 characters. Use 100 or fewer.")
            .keeps(&[&"x".repeat(101)]),
        valid.with(&[("name", "Cleo\r\nBcc: eve@evil.example")]).says("Remove line breaks"),
        valid.with(&[("name", "nul\0")]).says("Remove line breaks"),
        valid
            .with(&[("name", CANARY), ("email", "nowhere")])
            .says("“nowhere” isn’t a valid email address")
            .keeps(&[CANARY, "nowhere"]),
        valid
            .with(&[("role", "owner")])
            .says("“owner” isn’t an option. Choose one of: member, organizer, admin.")
            .keeps(&["Cleo"]),
        valid.with(&[("role", "Admin")]).says("“Admin” isn’t an option. Choose one of: member, organizer, admin."),
        valid.with(&[("role", "")]).says("Fill this in."),
        valid.without("role").says("Fill this in."),
        valid
            .with(&[("email", "bram@example.org")])
            .says("Someone else already uses this email address.")
            .keeps(&["Cleo", "bram@example.org"]),
        valid.with(&[("email", " BRAM@EXAMPLE.ORG ")]).says("Someone else already uses this email address."),
        valid.with(&[("email", "")]).says("Fill this in."),
        valid
            .with(&[("email", &format!("{}@example.org", "x".repeat(250)))])
            .says("That’s 262 characters. Use 254 or fewer."),
    ];
    for wrong in [
        "@example.org",
        "cleo@",
        "cleo@example",
        "a b@example.org",
        "zoë@example.org",
        "cleo@exä mple.org",
        "a@b@example.org",
        "<cleo@example.org>",
        "cleo@example.org,eve@evil.example",
        "cleo\n@example.org",
    ] {
        cases.push(valid.with(&[("email", wrong)]).says("isn’t a valid email address.").keeps(&["Cleo"]));
    }
    cases.extend([Who::Otto, Who::Asha].map(|who| valid.by(who).leads(Leads::Forbidden)));
    cases.push(valid.by(Who::Nobody).leads(Leads::Door));
    cases
}

both! {
    async fn a_person_who_cannot_be_added_comes_back_as_typed(town: Town) {
        let scene = Scene::set(town).await;
        let valid = Case::of(
            "/api/people/add",
            Who::Dana,
            &[("name", "Cleo"), ("email", "cleo@example.org"), ("role", "member")],
        );
        all_right(&scene, details(&valid)).await;
    }

    async fn a_person_who_cannot_be_changed_stays_as_they_are(town: Town) {
        let scene = Scene::set(town).await;
        let (asha, dana) = (scene.town.asha.person.to_string(), scene.town.dana.person.to_string());
        let valid = Case::of(
            "/api/people/edit",
            Who::Dana,
            &[
                ("person", &*asha),
                ("name", "Cleo"),
                ("email", "cleo@example.org"),
                ("role", "member"),
                ("active", "on"),
                ("version", "0"),
            ],
        );
        let mut cases = details(&valid);
        for stale in ["1", "-1", "x", ""] {
            cases.push(
                valid
                    .with(&[("version", stale)])
                    .says("Someone else (or another tab) changed this")
                    .keeps(&["Cleo", "cleo@example.org"]),
            );
        }
        for nobodys in ["4711", "0", "x", ""] {
            cases.push(valid.with(&[("person", nobodys)]).leads(Leads::Nowhere));
        }
        cases.push(valid.without("person").leads(Leads::Nowhere));
        let own = valid.with(&[("person", &*dana), ("role", "admin")]);
        cases.push(own.with(&[("role", "member")]).says("You can’t change your own role or access."));
        cases.push(own.without("active").says("You can’t change your own role or access."));
        all_right(&scene, cases).await;
    }

    async fn a_name_of_ones_own_that_cannot_be_accepted_comes_back(town: Town) {
        let scene = Scene::set(town).await;
        let valid = Case::of("/api/account/rename", Who::Asha, &[("name", "Asha Rao")]);
        let cases = vec![
            valid.with(&[("name", "")]).says("Fill this in."),
            valid.without("name").says("Fill this in."),
            valid.with(&[("name", &CANARY.repeat(5))]).says("characters. Use 100 or fewer.").keeps(&[&CANARY.repeat(5)]),
            valid.with(&[("name", "a\tb")]).says("Remove line breaks"),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
    }

    async fn at_the_door_what_cannot_be_accepted_comes_back(town: Town) {
        let scene = Scene::set(town).await;
        let ask = Case::of("/api/sign-in/ask", Who::Nobody, &[("email", "asha@example.org"), ("next", "/events/1")]);
        let redeem = Case::of("/api/sign-in/redeem", Who::Nobody, &[("token", "x")]).says("This link no longer works");
        let set_up = Case::of(
            "/api/set-up",
            Who::Nobody,
            &[("token", &*scene.set_up), ("name", "Fay"), ("email", "fay@example.org")],
        );
        let spent = "This setup link no longer works";
        let cases = vec![
            ask.with(&[("email", "")]).says("Fill this in.").keeps(&["/events/1"]),
            ask.without("email").says("Fill this in."),
            ask.with(&[("email", "\"><script>alert(1)</script>")])
                .says("isn’t a valid email address")
                .keeps(&["\"><script>alert(1)</script>"]),
            ask.with(&[("email", &"x".repeat(300))]).says("That’s 300 characters. Use 254 or fewer."),
            redeem.clone(),
            redeem.without("token"),
            redeem.with(&[("token", &"A".repeat(43))]),
            redeem.with(&[("token", &"A".repeat(5_000))]),
            redeem.by(Who::Asha),
            set_up.with(&[("name", "")]).says("Fill this in.").keeps(&["fay@example.org"]),
            set_up.with(&[("email", "nowhere")]).says("“nowhere” isn’t a valid email address").keeps(&["Fay", "nowhere"]),
            set_up
                .with(&[("name", "<script>alert(1)</script>"), ("email", "")])
                .says("Fill this in.")
                .keeps(&["<script>alert(1)</script>"]),
            set_up.with(&[("token", "x")]).says(spent).leads(Leads::BackEmpty),
            set_up.with(&[("token", &"A".repeat(43))]).says(spent).leads(Leads::BackEmpty),
            set_up.without("token").says(spent).leads(Leads::BackEmpty),
            set_up.says("This site is already set up. Sign in instead."),
        ];
        all_right(&scene, cases).await;
    }
}
