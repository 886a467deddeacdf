use super::{
    cases::{Case, Leads, all_right},
    scene::{Scene, Who},
};

const CANARY: &str = "</textarea><script>alert(1)</script> 🎟";

/// Nobody has answered whether tickets can be handed on of the event that is final: `how`.
async fn lets(scene: &Scene, how: &str) {
    let sql = format!("UPDATE events SET hand_on = '{how}' WHERE id = {}", scene.finalized);
    scene.town.force(&sql).await.unwrap();
}

both! {
    async fn nobody_hands_on_what_cannot_be_handed_on(town: Town) {
        let scene = Scene::set(town).await;
        lets(&scene, "free").await;
        let (event, bram) = (scene.finalized.to_string(), scene.town.bram.email.clone());
        let fields = [("event", &*event), ("number", "1"), ("email", &*bram), ("line", "Have fun!")];
        let valid = Case::of("/api/after/hand-on", Who::Asha, &fields);
        let of = |event: ticket_pool::domain::ids::EventId| valid.with(&[("event", &event.to_string())]);
        let mut cases: Vec<_> = ["0", "-1", "3", "1.5", "two", "99999999999", CANARY]
            .map(|number| {
                let seen: String = number.chars().take(20).collect();
                valid.with(&[("number", number)]).says(format!("Enter a number from 1 to 2, not {seen}."))
            })
            .to_vec();
        cases.extend([
            valid.without("number").says("Choose at least one number."),
            valid.without("email").says("Fill this in."),
            valid.with(&[("email", "Bram")]).says("“Bram” isn’t a valid email address.").keeps(&["Have fun!"]),
            valid.with(&[("email", &*scene.town.asha.email)]).says("That’s your own email address."),
            valid.with(&[("email", "nobody@example.org")]).says("No one here has the email address nobody@example.org."),
            valid.with(&[("email", &*scene.gone.email)]).says("No one here has the email address"),
            valid.with(&[("line", &"n".repeat(301))]).says("That’s 301 characters. Use 300 or fewer."),
            valid.with(&[("line", "bell\u{7}")]).says("Remove line breaks and invisible characters"),
            valid.by(Who::Olga).says("There aren’t that many tickets"),
            of(scene.open).says("This event isn’t final yet."),
            of(scene.closed).says("This event isn’t final yet."),
            of(scene.cancelled).says("This event is canceled."),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.with(&[("event", "")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.by(Who::Nobody).leads(Leads::Door),
        ]);
        all_right(&scene, cases).await;
        lets(&scene, "off").await;
        all_right(&scene, vec![valid.says("Tickets for this event can’t be handed on.")]).await;
    }

    async fn what_nobody_asks_to_hand_on_is_neither_kept_nor_answered(town: Town) {
        let scene = Scene::set(town).await;
        lets(&scene, "confirm").await;
        let (event, asha) = (scene.finalized.to_string(), scene.town.asha.person.to_string());
        let over = "This was already answered, was taken back, or has ended.";
        let kept = Case::of("/api/after/hand-keep", Who::Asha, &[("event", &*event)]);
        let mut cases = vec![
            kept.clone().says(over),
            kept.with(&[("event", "4711")]).leads(Leads::Nowhere),
            kept.without("event").leads(Leads::Nowhere),
            kept.by(Who::Nobody).leads(Leads::Door),
        ];
        for (endpoint, more) in [("/api/after/hand-confirm", None), ("/api/after/hand-decline", Some(("reason", "No.")))] {
            let fields: Vec<_> = [("event", &*event), ("person", &*asha)].into_iter().chain(more).collect();
            let valid = Case::of(endpoint, Who::Otto, &fields);
            cases.extend([
                valid.clone().says(over),
                valid.by(Who::Asha).leads(Leads::Forbidden),
                valid.with(&[("person", "x")]).leads(Leads::Nowhere),
                valid.without("person").leads(Leads::Nowhere),
                valid.with(&[("person", "4711")]).says(over),
                valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
                valid.without("event").leads(Leads::Nowhere),
                valid.by(Who::Nobody).leads(Leads::Door),
            ]);
        }
        all_right(&scene, cases).await;
    }

    async fn saying_no_needs_a_reason(town: Town) {
        let scene = Scene::set(town).await;
        lets(&scene, "confirm").await;
        let (event, asha) = (scene.finalized.to_string(), scene.town.asha.person.to_string());
        let fields = [("number", "1"), ("event", &*event), ("email", &*scene.town.bram.email)];
        scene.browser(Who::Asha).post("/api/after/hand-on", &fields).await;
        let fields = [("event", &*event), ("person", &*asha), ("reason", "")];
        let valid = Case::of("/api/after/hand-decline", Who::Otto, &fields);
        let cases = vec![
            valid.clone().says("Fill this in."),
            valid.with(&[("reason", " ")]).says("Fill this in."),
            valid.without("reason").says("Fill this in."),
            valid.with(&[("reason", &"n".repeat(301))]).says("That’s 301 characters. Use 300 or fewer."),
            valid.with(&[("reason", "a\nb")]).says("Remove line breaks and invisible characters"),
        ];
        all_right(&scene, cases).await;
    }
}
