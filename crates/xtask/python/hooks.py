"""Schemathesis hooks: half of what is generated is about something that this shop sells.

Generated ids name nothing, and a shop has little to say about nothing. Half of the requests get real variants
(FANSHELF_VARIANTS: ids with spaces between them), and half an Idempotency-Key of their own: generated ones repeat, and a
repeated key with another body is a conflict. The other half stays as it was generated.
"""

import os
import random
import uuid

import schemathesis

VARIANTS = os.environ["FANSHELF_VARIANTS"].split()
CHOICE = random.Random(20260408)


@schemathesis.hook
def before_call(context, case, kwargs):
    if CHOICE.random() < 0.5:
        return
    if case.headers is not None and "Idempotency-Key" in case.headers:
        case.headers["Idempotency-Key"] = str(uuid.UUID(int=CHOICE.getrandbits(128)))
    body = case.body
    if not isinstance(body, dict):
        return
    lines = body.get("line_items")
    for line in lines if isinstance(lines, list) else []:
        if isinstance(line, dict) and isinstance(line.get("item"), dict):
            line["item"]["id"] = CHOICE.choice(VARIANTS)
            line["quantity"] = CHOICE.randint(1, 3)
    if isinstance(body.get("ids"), list):
        body["ids"] = CHOICE.sample(VARIANTS, k=2)
    if case.path == "/catalog/search":
        body["query"] = CHOICE.choice(["mug", "cat", "*"])
    if isinstance(body.get("id"), str):
        body["id"] = CHOICE.choice(VARIANTS)
