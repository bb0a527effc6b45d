"""The vocabulary's terms. Made from cchc.ttl by ``python -m ontology.generate``; do not edit."""

from rdflib import Namespace, URIRef
from rdflib.namespace import DefinedNamespace


class CCHC(DefinedNamespace):
    """Terms of the namespace; a name that the vocabulary lacks is an AttributeError."""

    _NS = Namespace("https://w3id.org/cchc/ontology#")
    _fail = True

    Activity: URIRef
    Agency: URIRef
    AgencyGroup: URIRef
    Alignment: URIRef
    Area: URIRef
    Citation: URIRef
    Document: URIRef
    DocumentRelation: URIRef
    Duty: URIRef
    Indicator: URIRef
    Jurisdiction: URIRef
    Measure: URIRef
    Oddity: URIRef
    OpenGroup: URIRef
    Plan: URIRef
    Progress: URIRef
    Row: URIRef
    Section: URIRef
    Target: URIRef
    Task: URIRef
    alignedTo: URIRef
    alignedWith: URIRef
    amends: URIRef
    area: URIRef
    basedOn: URIRef
    budget: URIRef
    child: URIRef
    citationPlace: URIRef
    citationRole: URIRef
    citedBy: URIRef
    citedIn: URIRef
    cites: URIRef
    comparator: URIRef
    confidence: URIRef
    contributesTo: URIRef
    coordinatingAgency: URIRef
    coordinatingText: URIRef
    decidedBy: URIRef
    decidedOn: URIRef
    decision: URIRef
    due: URIRef
    end: URIRef
    evidence: URIRef
    factBasis: URIRef
    file: URIRef
    firstLine: URIRef
    graphOf: URIRef
    implements: URIRef
    inPlan: URIRef
    inSection: URIRef
    inTask: URIRef
    includes: URIRef
    indicator: URIRef
    indicatorText: URIRef
    issuedText: URIRef
    issuer: URIRef
    jurisdiction: URIRef
    key: URIRef
    kind: URIRef
    lastLine: URIRef
    leadAgency: URIRef
    leadText: URIRef
    level: URIRef
    measureOf: URIRef
    method: URIRef
    number: URIRef
    oddityKind: URIRef
    order: URIRef
    origin: URIRef
    page: URIRef
    parent: URIRef
    parentPlan: URIRef
    printedDate: URIRef
    printedIssuer: URIRef
    printedKind: URIRef
    printedNumber: URIRef
    printedTitle: URIRef
    product: URIRef
    readerVersion: URIRef
    recognised: URIRef
    related: URIRef
    relating: URIRef
    relationKind: URIRef
    remark: URIRef
    replaces: URIRef
    resolvesTo: URIRef
    responsibleAgency: URIRef
    schedule: URIRef
    scope: URIRef
    score: URIRef
    series: URIRef
    sha256: URIRef
    sheet: URIRef
    signer: URIRef
    signerTitle: URIRef
    start: URIRef
    statedAt: URIRef
    succeededBy: URIRef
    supersededBy: URIRef
    text: URIRef
    timePrecision: URIRef
    unit: URIRef
    validFrom: URIRef
    validUntil: URIRef
    value: URIRef
    year: URIRef
