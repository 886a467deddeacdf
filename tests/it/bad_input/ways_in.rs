use super::{
    cases::{Case, Leads, all_right},
    scene::{Scene, Who},
};

both! {
    async fn a_code_that_is_none_or_was_asked_for_elsewhere_comes_back(town: Town) {
        let scene = Scene::set(town).await;
        let valid = Case::of("/api/sign-in/code", Who::Nobody, &[("code", "1234 5678")]);
        let cases = vec![
            valid.clone().says("This code only works in the browser where you requested it"),
            valid.with(&[("code", "")]).says("Fill this in."),
            valid.without("code").says("Fill this in."),
            valid.with(&[("code", "1234 567")]).says("Enter the 8-digit code from your email, like 1234 5678."),
            valid.with(&[("code", "<script>alert(1)</script>")]).says("Enter the 8-digit code from your email, like 1234 5678."),
            valid.with(&[("code", &"9".repeat(5_000))]).says("Enter the 8-digit code"),
            valid.by(Who::Asha).says("You’re signed in as Asha."),
        ];
        all_right(&scene, cases).await;
    }

    async fn a_session_that_is_not_ones_own_stays(town: Town) {
        let scene = Scene::set(town).await;
        let sessions = scene.town.rows("SELECT id FROM sessions ORDER BY id LIMIT 1").await;
        let danas = sessions[0]["id"].to_string();
        let valid = Case::of("/api/account/sign-out/one", Who::Asha, &[("device", &*danas)]);
        let mut cases: Vec<_> = ["", "0", "-1", "x", "99999999999"]
            .map(|nobodys| valid.with(&[("device", nobodys)]).leads(Leads::Nowhere))
            .to_vec();
        cases.push(valid.with(&[("device", "4711")]).says("That device is already signed out."));
        cases.push(valid.clone().says("That device is already signed out."));
        cases.push(valid.without("device").leads(Leads::Nowhere));
        for path in ["/api/account/sign-out/one", "/api/account/sign-out/others", "/api/account/sign-out/all"] {
            cases.push(valid.at(path).by(Who::Nobody).leads(Leads::Door));
        }
        all_right(&scene, cases).await;
    }

    async fn only_an_admin_signs_others_out_and_only_someone(town: Town) {
        let scene = Scene::set(town).await;
        let bram = scene.town.bram.person.to_string();
        let valid = Case::of("/api/people/sign-out", Who::Dana, &[("person", &*bram)]);
        let mut cases: Vec<_> = ["", "0", "-1", "x", "4711"]
            .map(|nobodys| valid.with(&[("person", nobodys)]).leads(Leads::Nowhere))
            .to_vec();
        cases.push(valid.without("person").leads(Leads::Nowhere));
        cases.extend([Who::Otto, Who::Asha].map(|who| valid.by(who).leads(Leads::Forbidden)));
        cases.push(valid.by(Who::Nobody).leads(Leads::Door));
        cases.extend(cases.clone().into_iter().map(|case| case.at("/api/people/send-link")));
        all_right(&scene, cases).await;
    }
}
