"""Reads recorded answers of the shop with the models of the official Python SDK.

Usage: models.py ANSWERS. Every line of ANSWERS is an object with method, path, status and body; the last line that is
printed is an object with the counts and, for every answer that a model refuses, what it says.
"""

import collections
import json
import sys

from pydantic import ValidationError
from ucp_sdk.models.schemas import ucp
from ucp_sdk.models.schemas.shopping import (
    buyer_consent,
    cart,
    catalog_lookup,
    catalog_search,
    checkout,
    discount,
    fulfillment,
    order,
)
from ucp_sdk.models.schemas.shopping.types import error_response

SHOPPING = "dev.ucp.shopping."

# The model of a capability, then those of its extensions: each extension's model is the capability's with its own fields.
MODELS = {
    "catalog.search": [("", catalog_search.SearchResponse)],
    "cart": [("", cart.Cart), ("discount", discount.Cart)],
    "checkout": [
        ("", checkout.Checkout),
        ("fulfillment", fulfillment.Checkout),
        ("discount", discount.Checkout),
        ("buyer_consent", buyer_consent.Checkout),
    ],
    "order": [("", order.Order)],
}


def models(path, body):
    """The models that an answer has to fit."""
    if path == "/.well-known/ucp" or path.startswith("/ucp/v1/versions/"):
        return [("", ucp.BusinessSchema)]
    if body.get("ucp", {}).get("status") == "error":
        return [("", error_response.ErrorResponse)]
    if path == "/ucp/v1/catalog/lookup":
        return [("", catalog_lookup.LookupResponse)]
    if path == "/ucp/v1/catalog/product":
        return [("", catalog_lookup.GetProductResponse)]
    resource = {"catalog": "catalog.search", "carts": "cart", "checkout-sessions": "checkout", "orders": "order"}
    return MODELS[resource[path.removeprefix("/ucp/v1/").split("/")[0]]]


def main():
    counts, refused = collections.Counter(), []
    with open(sys.argv[1], encoding="utf-8") as answers:
        for answer in map(json.loads, answers):
            path, body = answer["path"].split("?")[0], answer["body"]
            if not 200 <= answer["status"] < 300:
                # Refusals at the transport have no model in the SDK.
                counts["without a model"] += 1
                continue
            named = body.get("ucp", {}).get("capabilities", {})
            for extension, model in models(path, body):
                if extension and SHOPPING + extension not in named:
                    continue
                name = f"{model.__module__.rsplit('.', 1)[-1]}.{model.__name__}"
                subject = body["ucp"] if model is ucp.BusinessSchema else body
                try:
                    model.model_validate_json(json.dumps(subject))
                    counts[name] += 1
                except ValidationError as error:
                    said = [f"{'.'.join(map(str, one['loc']))}: {one['msg']}" for one in error.errors()]
                    refused.append({"answer": f"{answer['method']} {path} {answer['status']}", "model": name, "says": said})
    print(json.dumps({"counts": counts, "refused": refused}))


main()
