use super::{
    cases::{Case, Leads, all_right},
    scene::{Scene, Who},
};

both! {
    async fn nobody_names_guests_who_cannot_come(town: Town) {
        let scene = Scene::set(town).await;
        let event = scene.finalized.to_string();
        scene.town.ask_for_guests(scene.finalized, "optional").await;
        let valid = Case::of("/api/guests/save", Who::Asha, &[("event", &*event), ("name[t1]", "Mira"), ("note[t1]", "nuts")]);
        let long = "m".repeat(200);
        let of = |event: ticket_pool::domain::ids::EventId| valid.with(&[("event", &event.to_string())]);
        let beyond = "There are only 2 tickets. Clear this line.";
        let cases = vec![
            valid.with(&[("name[t1]", &*long)]).says("That’s 200 characters. Use 100 or fewer.").keeps(&[&long, "nuts"]),
            valid.with(&[("note[t1]", &*long)]).says("That’s 200 characters. Use 100 or fewer.").keeps(&[&long, "Mira"]),
            valid.with(&[("name[t1]", "bell\u{7}")]).says("Remove line breaks and invisible characters"),
            valid.with(&[("name[t1]", "Mi\nra")]).says("Remove line breaks and invisible characters"),
            valid.with(&[("name[t1]", "\u{202e}")]).says("Fill this in.").keeps(&["nuts"]),
            valid.without("name[t1]").says("Fill this in.").keeps(&["nuts"]),
            valid.with(&[("name[t3]", "Ben")]).says(beyond).keeps(&["Ben", "Mira"]),
            valid.with(&[("note[t3]", "vegan")]).says(beyond).keeps(&["vegan"]),
            of(scene.open).says("This event isn’t final yet."),
            of(scene.closed).says("This event isn’t final yet."),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.with(&[("person", "x")]).leads(Leads::Nowhere),
            valid.by(Who::Nobody).leads(Leads::Door),
            valid.with(&[("person", &*scene.town.bram.person.to_string())]).leads(Leads::Forbidden),
        ];
        all_right(&scene, cases).await;
    }

    async fn nobody_notes_who_came_that_could_not_have(town: Town) {
        let scene = Scene::set(town).await;
        let (event, asha) = (scene.finalized.to_string(), scene.town.asha.person.to_string());
        let valid = Case::of("/api/door/came", Who::Otto, &[("event", &*event), ("person", &*asha), ("number", "1")]);
        let closed = "Who came can be noted from 3 hours before the start until 30 days after the event.";
        let cases = vec![
            valid.clone().says(closed),
            valid.with(&[("event", &scene.open.to_string())]).says("This event isn’t final yet."),
            valid.with(&[("event", "4711")]).leads(Leads::Nowhere),
            valid.without("event").leads(Leads::Nowhere),
            valid.with(&[("person", "x")]).leads(Leads::Nowhere),
            valid.without("person").leads(Leads::Nowhere),
            valid.by(Who::Asha).leads(Leads::Forbidden),
            valid.by(Who::Nobody).leads(Leads::Door),
        ];
        all_right(&scene, cases).await;
        let sql = format!("UPDATE events SET starts_at = '2026-11-22 13:00:00+00:00', closes_at = NULL WHERE id = {event}");
        scene.town.force(&sql).await.unwrap();
        let cases = ["3", "-1", "1.5", "all", "99999999999"].map(|number| valid.with(&[("number", number)]).says(match number {
            "1.5" | "all" => "isn’t a whole number".to_owned(),
            number => format!("Enter a number from 0 to 2, not {number}."),
        }));
        all_right(&scene, cases.to_vec()).await;
    }
}
