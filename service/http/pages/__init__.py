"""The Vietnamese pages, one module a family."""

from __future__ import annotations

from fastapi import APIRouter

from service.http.pages import compare, coverage, home, instance, lists, pictures, questions
from service.http.pages.instance import page_of

router = APIRouter(include_in_schema=False)
for module in (home, compare, coverage, lists, questions, pictures):
    router.include_router(module.router)

__all__ = ["instance", "page_of", "router"]
