//! The hash of the address.

use std::cell::RefCell;
use std::rc::Rc;

use buku_kube::web;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

fn steps() -> u32 {
    web_sys::window().unwrap().history().unwrap().length().unwrap()
}

/// Lets the browser tell what changed.
async fn next_turn() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        web_sys::window().unwrap().set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, 50).unwrap();
    });
    JsFuture::from(promise).await.unwrap();
}

#[wasm_bindgen_test]
async fn going_makes_a_step_and_is_told_and_replacing_does_neither() {
    let told = Rc::new(RefCell::new(Vec::new()));
    let listener = Rc::clone(&told);
    web::on_address_change(move |hash| listener.borrow_mut().push(hash));

    web::replace_address("#/");
    let before = steps();
    web::go("#/files");
    next_turn().await;
    assert_eq!(web::address(), "#/files");
    assert_eq!(steps(), before + 1);
    assert_eq!(*told.borrow(), ["#/files"]);

    web::replace_address("#/groups?words=a%20b");
    next_turn().await;
    assert_eq!(web::address(), "#/groups?words=a%20b");
    assert_eq!(steps(), before + 1, "no new step");
    assert_eq!(*told.borrow(), ["#/files"], "and nobody is told");

    web::go("#/more");
    next_turn().await;
    assert_eq!(*told.borrow(), ["#/files", "#/more"]);
    web::replace_address("#");
}

#[wasm_bindgen_test]
async fn whoever_has_gone_elsewhere_is_not_called_away_and_two_steps_of_one_turn_are_both_taken() {
    web::replace_address("#/");
    web::go("#/files");
    // A tap on a link, before the turn in which the app goes.
    web_sys::window().unwrap().location().set_hash("#/groups").unwrap();
    next_turn().await;
    next_turn().await;
    assert_eq!(web::address(), "#/groups");

    web::go("#/files");
    web::go("#/more");
    next_turn().await;
    next_turn().await;
    assert_eq!(web::address(), "#/more");
    web::replace_address("#");
}
