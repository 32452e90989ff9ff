//! From markup to calls.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, format_ident, quote};
use rstml::node::{KVAttributeValue, KeyedAttribute, KeyedAttributeValue, Node, NodeAttribute, NodeBlock, NodeElement, NodeName};
use rstml::{Infallible, Parser, ParserConfig};
use syn::{Error, Result};

/// What stands between the name and the literal attributes of an element in the text that creates it.
const SEPARATOR: &str = "\u{1f}";

/// Elements that have no closing tag.
const VOID: [&str; 5] = ["br", "hr", "img", "input", "source"];

/// The type of the event that a handler is given.
fn event_type(event: &str) -> TokenStream {
    let name = match event {
        "click" | "dblclick" => "MouseEvent",
        "keydown" | "keyup" => "KeyboardEvent",
        "submit" => "SubmitEvent",
        "focusin" | "focusout" => "FocusEvent",
        event if event.starts_with("pointer") => "PointerEvent",
        _ => "Event",
    };
    let name = format_ident!("{name}");
    quote!(::web_sys::#name)
}

pub(crate) fn expand(markup: TokenStream) -> Result<TokenStream> {
    let config = ParserConfig::default().always_self_closed_elements(HashSet::from(VOID));
    let nodes = Parser::new(config).parse_simple(markup)?;
    children(&nodes)
}

/// Several nodes as one view.
fn children(nodes: &[Node]) -> Result<TokenStream> {
    let mut views = nodes.iter().filter(|node| !matches!(node, Node::Comment(_))).map(child).collect::<Result<Vec<_>>>()?;
    Ok(match views.len() {
        1 => {
            let view = views.remove(0);
            quote!(::fanshelf::dom::Child::draw(#view))
        }
        _ => quote!(::fanshelf::dom::View::from_iter([#(::fanshelf::dom::Child::draw(#views)),*])),
    })
}

/// One node as an expression that is a `Child`.
fn child(node: &Node) -> Result<TokenStream> {
    match node {
        Node::Element(node) if is_component(node.name()) => component(node),
        Node::Element(node) => element(node),
        Node::Text(text) => Ok(text.value.to_token_stream()),
        Node::Block(block) => Ok(expression(block)),
        Node::Fragment(fragment) => children(&fragment.children),
        other => Err(Error::new_spanned(other, "neither an element, a component, text in quotes nor an {expression}")),
    }
}

/// `{x}` means `x`; more than one expression stays a block.
fn expression(block: &NodeBlock) -> TokenStream {
    match block.try_block().map(|block| block.stmts.as_slice()) {
        Some([syn::Stmt::Expr(expression, None)]) => expression.to_token_stream(),
        _ => block.to_token_stream(),
    }
}

fn is_component(name: &NodeName) -> bool {
    let NodeName::Path(path) = name else { return false };
    path.path.segments.last().is_some_and(|segment| segment.ident.to_string().starts_with(char::is_uppercase))
}

fn element(node: &NodeElement<Infallible>) -> Result<TokenStream> {
    let mut literal = node.name().to_string();
    let mut calls = TokenStream::new();
    for attribute in node.attributes() {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return Err(Error::new_spanned(attribute, "an attribute is name=value"));
        };
        let name = attribute.key.to_string();
        if let Some(value) = literal_value(attribute) {
            literal.extend([SEPARATOR, &name, SEPARATOR, &value]);
        } else {
            let value = value(attribute)?;
            calls.extend(match name.split_once(':') {
                Some(("on", event)) => {
                    let kind = event_type(event);
                    quote!(::fanshelf::dom::on::<#kind>(&__element, #event, #value);)
                }
                Some(("prop", property)) => quote!(::fanshelf::dom::property(&__element, #property, #value);),
                Some(("var", variable)) => quote!(::fanshelf::dom::variable(&__element, #variable, #value);),
                None if name == "node_ref" => quote!((#value).load(&__element);),
                None => quote!(::fanshelf::dom::attribute(&__element, #name, #value);),
                Some(_) => return Err(Error::new_spanned(&attribute.key, "only on:, prop: and var: are known")),
            });
        }
    }
    for node in &node.children {
        if !matches!(node, Node::Comment(_)) {
            let child = child(node)?;
            calls.extend(quote!(::fanshelf::dom::append(&__element, #child);));
        }
    }
    Ok(quote!({
        let __element = ::fanshelf::dom::element(#literal);
        #calls
        ::fanshelf::dom::View::from(__element)
    }))
}

/// The value of an attribute that is known now; one without a value is there and empty.
fn literal_value(attribute: &KeyedAttribute) -> Option<String> {
    match &attribute.possible_value {
        KeyedAttributeValue::None => Some(String::new()),
        _ if attribute.key.to_string().contains(':') => None,
        _ => match attribute.value()? {
            syn::Expr::Lit(literal) if !matches!(literal.lit, syn::Lit::Bool(_)) => attribute.value_literal_string(),
            _ => None,
        },
    }
}

fn value(attribute: &KeyedAttribute) -> Result<TokenStream> {
    match attribute.possible_value.to_value().map(|value| &value.value) {
        Some(KVAttributeValue::Expr(value)) => Ok(value.to_token_stream()),
        _ => Err(Error::new_spanned(attribute, "an attribute is name=value")),
    }
}

fn component(node: &NodeElement<Infallible>) -> Result<TokenStream> {
    let NodeName::Path(name) = node.name() else {
        return Err(Error::new_spanned(node.name(), "a component is named by its path"));
    };
    let mut props = TokenStream::new();
    for attribute in node.attributes() {
        let NodeAttribute::Attribute(attribute) = attribute else {
            return Err(Error::new_spanned(attribute, "a property is name=value"));
        };
        let key: Ident = syn::parse2(attribute.key.to_token_stream())?;
        // `<Price price/>` is `<Price price=price/>`.
        let value = match attribute.possible_value {
            KeyedAttributeValue::None => key.to_token_stream(),
            _ => value(attribute)?,
        };
        props.extend(quote!(.#key(#value)));
    }
    if !node.children.is_empty() {
        let children = children(&node.children)?;
        props.extend(quote!(.children(::std::boxed::Box::new(move || #children))));
    }
    Ok(quote!(::leptos::component::component_view(
        #name,
        ::leptos::component::component_props_builder(&#name)#props.build(),
    )))
}
