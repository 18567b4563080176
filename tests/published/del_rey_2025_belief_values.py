"""The belief value and range of each of the 93 published effects of the ESEM 2025 replication package, v1.0.

doi 10.5281/zenodo.15850734. By evidence model: effect, belief value after the spread discount, range.
"""

from __future__ import annotations

PUBLISHED: dict[str, tuple[tuple[str, float, str], ...]] = {
    "paul-2022/q0.16": (
        ("accuracy", 0.373, "IF"),
        ("inference_energy_consumption", 0.373, "SP"),
        ("storage_size", 0.373, "SP"),
    ),
    "paul-2022/q0.2": (
        ("accuracy", 0.373, "WN"),
        ("inference_energy_consumption", 0.373, "SP"),
        ("storage_size", 0.373, "SP"),
    ),
    "paul-2022/q0.32": (
        ("accuracy", 0.373, "IF"),
        ("inference_energy_consumption", 0.373, "WP"),
        ("storage_size", 0.373, "PO–SP"),
    ),
    "paul-2022/q0.4": (
        ("accuracy", 0.373, "WN"),
        ("inference_energy_consumption", 0.373, "SP"),
        ("storage_size", 0.373, "SP"),
    ),
    "paul-2022/q0.8": (
        ("accuracy", 0.373, "WN–IF"),
        ("inference_energy_consumption", 0.373, "SP"),
        ("storage_size", 0.373, "SP"),
    ),
    "sathish-2022/int8": (
        ("accuracy", 0.394, "IF"),
        ("dsc", 0.394, "IF"),
        ("inference_energy_consumption", 0.394, "SP"),
        ("storage_size", 0.394, "SP"),
    ),
    "tao-2022/w-fp32-a-q0.16": (
        ("accuracy", 0.643, "WN–IF"),
        ("f1_score", 0.643, "IF"),
        ("inference_energy_consumption", 0.643, "IF–WP"),
        ("inference_power_draw", 0.643, "IF–WP"),
        ("inference_latency", 0.643, "IF"),
        ("storage_size", 0.643, "IF–WP"),
    ),
    "tao-2022/w-fp32-a-q0.8": (
        ("accuracy", 0.643, "IF"),
        ("f1_score", 0.643, "IF"),
        ("inference_energy_consumption", 0.643, "WP"),
        ("inference_power_draw", 0.643, "IF–WP"),
        ("inference_latency", 0.643, "IF–WP"),
        ("storage_size", 0.643, "WP"),
    ),
    "tao-2022/w-q0.16-a-fp32": (
        ("accuracy", 0.643, "IF"),
        ("f1_score", 0.643, "IF"),
        ("inference_energy_consumption", 0.643, "WP"),
        ("inference_power_draw", 0.643, "WP"),
        ("inference_latency", 0.643, "IF"),
        ("storage_size", 0.643, "PO–SP"),
    ),
    "tao-2022/w-q0.16-a-q0.16": (
        ("accuracy", 0.643, "WN–IF"),
        ("f1_score", 0.643, "NE–WN"),
        ("inference_energy_consumption", 0.643, "WP"),
        ("inference_power_draw", 0.643, "WP"),
        ("inference_latency", 0.643, "IF–WP"),
        ("storage_size", 0.643, "PO–SP"),
    ),
    "tao-2022/w-q0.16-a-q0.8": (
        ("accuracy", 0.643, "WN"),
        ("f1_score", 0.643, "NE"),
        ("inference_energy_consumption", 0.643, "PO"),
        ("inference_power_draw", 0.643, "WP–PO"),
        ("inference_latency", 0.643, "WP"),
        ("storage_size", 0.643, "SP"),
    ),
    "tao-2022/w-q0.8-a-fp32": (
        ("accuracy", 0.643, "WN"),
        ("f1_score", 0.643, "IF"),
        ("inference_energy_consumption", 0.643, "WP–PO"),
        ("inference_power_draw", 0.643, "WP–PO"),
        ("inference_latency", 0.643, "IF"),
        ("storage_size", 0.643, "SP"),
    ),
    "tao-2022/w-q0.8-a-q0.16": (
        ("accuracy", 0.643, "WN"),
        ("f1_score", 0.643, "NE–WN"),
        ("inference_energy_consumption", 0.643, "PO"),
        ("inference_power_draw", 0.643, "PO"),
        ("inference_latency", 0.643, "IF–WP"),
        ("storage_size", 0.643, "SP"),
    ),
    "tao-2022/w-q0.8-a-q0.8": (
        ("accuracy", 0.643, "WN"),
        ("f1_score", 0.643, "WN–IF"),
        ("inference_energy_consumption", 0.643, "PO"),
        ("inference_power_draw", 0.643, "PO"),
        ("inference_latency", 0.643, "IF–WP"),
        ("storage_size", 0.643, "SP"),
    ),
    "geens-2024/w-int1-a-fp32": (
        ("inference_energy_consumption", 0.185, "SP"),
        ("inference_latency", 0.185, "SP"),
    ),
    "geens-2024/w-int4-a-fp16": (
        ("inference_energy_consumption", 0.185, "PO–SP"),
        ("inference_latency", 0.185, "SP"),
    ),
    "gonzalez-2024/int8": (
        ("accuracy", 0.665, "NE–WN"),
        ("inference_energy_consumption", 0.704, "SP"),
        ("inference_power_draw", 0.458, "IF–WP"),
        ("inference_latency", 0.715, "PO–SP"),
        ("gpu_energy_consumption", 0.718, "SP"),
        ("gpu_power_draw", 0.701, "WP"),
        ("gpu_utilization", 0.736, "IF"),
        ("storage_size", 0.736, "SP"),
    ),
    "alizadeh-2025/int4": (
        ("accuracy", 0.031, "IF"),
        ("inference_latency", 0.687, "PO"),
        ("gpu_energy_consumption", 0.699, "PO–SP"),
        ("gpu_power_draw", 0.652, "IF–WP"),
        ("gpu_utilization", 0.682, "IF–WP"),
        ("gpu_memory_utilization", 0.705, "PO–SP"),
        ("storage_size", 0.713, "SP"),
    ),
    "alizadeh-2025/int8": (
        ("accuracy", 0.433, "IF"),
        ("inference_latency", 0.687, "WP–PO"),
        ("gpu_energy_consumption", 0.699, "PO"),
        ("gpu_power_draw", 0.636, "IF–WP"),
        ("gpu_utilization", 0.67, "IF–WP"),
        ("gpu_memory_utilization", 0.675, "WP–PO"),
        ("storage_size", 0.713, "PO–SP"),
    ),
}
