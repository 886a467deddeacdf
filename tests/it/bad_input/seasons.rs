use super::{
    cases::{Case, Leads, all_right},
    scene::{Scene, Who},
};

both! {
    async fn a_change_of_stewards_that_is_not_possible_says_why(town: Town) {
        let scene = Scene::set(town).await;
        let (add, remove) = ("/api/season/stewards/add", "/api/season/stewards/remove");
        let dana = scene.town.dana.person.to_string();
        let valid = Case::of(add, Who::Otto, &[("season", "1"), ("email", "dana@example.org")]);
        let nobody = "Choose an active person.";
        let mut cases = vec![
            valid.with(&[("email", "")]).says("Fill this in."),
            valid.with(&[("email", "<script>alert(1)</script>")]).says("isn’t a valid email address"),
            valid.with(&[("email", "nobody@example.org")]).says("No one here has the email address nobody@example.org."),
            valid.with(&[("email", "gone@example.org")]).says("No one here has the email address gone@example.org."),
            valid.with(&[("email", "Asha@example.org")]).says("Only organizers and admins can run events"),
            valid.with(&[("email", "olga@example.org")]).says("They’re already a steward of this season."),
            valid.without("season").leads(Leads::Nowhere),
        ];
        let remove = valid.at(remove).without("email").with(&[("person", &dana)]);
        for person in [&*dana, "x", "", "4711"] {
            cases.push(remove.with(&[("person", person)]).says(nobody));
        }
        for valid in [valid, remove] {
            // The second season is nobody's but the admins'.
            cases.push(valid.with(&[("season", "2")]).leads(Leads::Forbidden));
            cases.push(valid.with(&[("season", "4711")]).leads(Leads::Nowhere));
            cases.push(valid.by(Who::Asha).leads(Leads::Forbidden));
            cases.push(valid.by(Who::Nobody).leads(Leads::Door));
        }
        all_right(&scene, cases).await;
    }
}
