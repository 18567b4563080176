"""The 276 belief values and ranges of the replication package of the journal extension, and what it says of studies.

doi 10.5281/zenodo.18401926. Evidence models stand in the published order of the full synthesis; each line holds its
effects, with the belief value after the discount by sample size and variation, and the range.
"""

from __future__ import annotations

STUDY_BELIEFS: dict[str, float] = {
    "aji-2020": 0.6720820833333333,
    "denkinger-2020": 0.44707958333333336,
    "barnell-2021": 0.6679141666666667,
    "dubhir-2021": 0.6670808333333333,
    "vasquez-2021": 0.3804154166666667,
    "xu-2021": 0.6720820833333333,
    "zhan-2021": 0.6816654166666667,
    "flich-2022": 0.6595820833333333,
    "paul-2022": 0.37333333333333335,
    "sathish-2022": 0.3939814814814815,
    "tao-2022": 0.6587962962962963,
    "chen-2023": 0.67624875,
    "gonzalez-2024": 0.7361083333333334,
    "alizadeh-2025": 0.7129601851851852,
    "alshammry-2025": 0.6833308333333333,
    "deputter-2025": 0.4541629166666667,
    "guerrouj-2025": 0.6720808333333333,
    "khalil-2025": 0.6608320833333333,
    "koli-2025": 0.6533320833333334,
    "krasteva-2025": 0.6762487500000001,
    "peng-2025": 0.6845808333333333,
}
"""As stored; those computed from answers carry a rounding of their own."""

GIVEN = {
    "dubhir-2021": -0.005,
    "chen-2023": 0.0125,
    "deputter-2025": -0.0042,
    "khalil-2025": -0.0063,
    "krasteva-2025": -0.0083,
}
"""Study beliefs that the published answers do not give: stored minus computed, to four decimals."""

PUBLISHED: dict[str, str] = {
    "aji-2020/w-log1": "bleu .327 NE-WN; storage_size .327 SP",
    "xu-2021/qat-mixed-3.9": (
        "perplexity .190 WN; word_error_rate .190 IF; inference_latency .190 PO-SP; storage_size .190 SP"
    ),
    "peng-2025/w-fp16-a-fp16": "inference_latency .504 IF; storage_size .504 PO-SP",
    "xu-2021/qat-w8a8": (
        "perplexity .327 WN; word_error_rate .327 WN-IF; inference_latency .327 PO-SP; storage_size .327 SP"
    ),
    "dubhir-2021/a-q8.4": "accuracy .189 IF; inference_latency .189 NE-WN; storage_size .189 IF",
    "dubhir-2021/a-q12.0": "accuracy .189 SN; inference_latency .189 IF; storage_size .189 IF-WP",
    "barnell-2021/w-fp16-a-fp16": (
        "map .422 IF; inference_latency .422 PO-SP; gpu_energy_consumption .422 SP; gpu_power_draw .422 IF-WP"
    ),
    "tao-2022/w-q0.8-a-fp32": (
        "accuracy .186 WN; f1_score .186 IF; inference_energy_consumption .186 WP-PO; inference_power_draw "
        ".186 WP-PO; inference_latency .186 IF; storage_size .186 SP"
    ),
    "deputter-2025/full-int4": "accuracy .374 WN; miou .129 SN-NE; inference_energy_consumption .408 SP",
    "deputter-2025/w-int2-a-int4": "accuracy .221 NE-WN; inference_energy_consumption .221 SP",
    "peng-2025/w-int8-a-int8": "inference_latency .504 WN-IF; storage_size .504 SP",
    "gonzalez-2024/int8": (
        "accuracy .672 NE-WN; inference_energy_consumption .716 SP; inference_power_draw .675 IF-WP; "
        "inference_latency .718 PO-SP; gpu_energy_consumption .719 SP; gpu_power_draw .707 WP; "
        "gpu_utilization .668 IF; storage_size .722 SP"
    ),
    "paul-2022/q0.32": "accuracy .106 IF; inference_energy_consumption .106 WP; storage_size .106 PO-SP",
    "denkinger-2020/w-q0.4-a-q0.32": "accuracy .127 WN-IF; ram_energy_consumption .127 PO",
    "xu-2021/ptq-w8a8": (
        "perplexity .327 NE-WN; word_error_rate .327 IF; inference_latency .327 PO-SP; storage_size .327 SP"
    ),
    "xu-2021/qat-mixed-2": (
        "perplexity .327 NE-WN; word_error_rate .327 WN-IF; inference_latency .327 PO; storage_size .327 SP"
    ),
    "tao-2022/w-q0.16-a-q0.8": (
        "accuracy .186 WN; f1_score .186 NE; inference_energy_consumption .186 PO; inference_power_draw .186 "
        "WP-PO; inference_latency .186 WP; storage_size .186 SP"
    ),
    "alizadeh-2025/int4": (
        "accuracy .644 IF; inference_latency .694 PO; gpu_energy_consumption .698 PO-SP; gpu_power_draw .657 "
        "IF-WP; gpu_utilization .691 IF-WP; gpu_memory_utilization .704 PO-SP; storage_size .712 SP"
    ),
    "deputter-2025/full-int8": "accuracy .383 IF; miou .221 IF-WP; inference_energy_consumption .435 SP",
    "alizadeh-2025/int8": (
        "accuracy .644 IF; inference_latency .692 WP-PO; gpu_energy_consumption .702 PO; gpu_power_draw .656 "
        "IF-WP; gpu_utilization .684 IF-WP; gpu_memory_utilization .688 WP-PO; storage_size .712 PO-SP"
    ),
    "aji-2020/w-log2": "bleu .327 WN; storage_size .327 SP",
    "paul-2022/q0.8": "accuracy .106 WN-IF; inference_energy_consumption .106 SP; storage_size .106 SP",
    "krasteva-2025/w-int8-a-int8": (
        "inference_energy_consumption .191 SP; inference_latency .191 SP; ram_usage .191 PO; storage_size .191 PO-SP"
    ),
    "xu-2021/qat-w2a2": (
        "perplexity .327 SN-NE; word_error_rate .327 WN; inference_latency .327 PO-SP; storage_size .327 SP"
    ),
    "krasteva-2025/full-int8": (
        "inference_energy_consumption .191 SP; inference_latency .191 SP; ram_usage .191 PO; storage_size .191 SP"
    ),
    "dubhir-2021/a-q4.4": "accuracy .189 IF; inference_latency .189 NE-WN; storage_size .189 IF",
    "tao-2022/w-fp32-a-q0.8": (
        "accuracy .186 IF; f1_score .186 IF; inference_energy_consumption .186 WP; inference_power_draw .186 "
        "IF-WP; inference_latency .186 IF-WP; storage_size .186 WP"
    ),
    "guerrouj-2025/w-int8-a-int8": "map .425 SN; inference_latency .425 SP; storage_size .425 SP",
    "dubhir-2021/a-q8.8": "accuracy .189 IF; inference_latency .189 IF; storage_size .189 IF",
    "xu-2021/ptq-w1a1": (
        "perplexity .327 SN-NE; word_error_rate .327 WN; inference_latency .327 SP; storage_size .327 SP"
    ),
    "tao-2022/w-q0.16-a-q0.16": (
        "accuracy .186 WN-IF; f1_score .186 NE-WN; inference_energy_consumption .186 WP; inference_power_draw "
        ".186 WP; inference_latency .186 IF-WP; storage_size .186 PO-SP"
    ),
    "paul-2022/q0.2": "accuracy .106 WN; inference_energy_consumption .106 SP; storage_size .106 SP",
    "denkinger-2020/w-q0.4-a-q0.8": "accuracy .127 WN; ram_energy_consumption .127 SP",
    "dubhir-2021/a-q12.4": "accuracy .189 WN-IF; inference_latency .189 NE-WN; storage_size .189 IF",
    "xu-2021/qat-mixed-1.8": (
        "perplexity .327 WN-IF; word_error_rate .327 IF; inference_latency .327 PO-SP; storage_size .327 SP"
    ),
    "xu-2021/qat-mixed-4": (
        "perplexity .327 WN; word_error_rate .327 IF; inference_latency .327 PO-SP; storage_size .327 SP"
    ),
    "chen-2023/w-int8": "f1_score .587 IF; storage_size .640 SP",
    "barnell-2021/w-int8-a-int8": (
        "map .422 IF; inference_latency .422 SP; gpu_energy_consumption .422 SP; gpu_power_draw .422 IF"
    ),
    "tao-2022/w-q0.8-a-q0.8": (
        "accuracy .186 WN; f1_score .186 WN-IF; inference_energy_consumption .186 PO; inference_power_draw "
        ".186 PO; inference_latency .186 IF-WP; storage_size .186 SP"
    ),
    "aji-2020/w-log3": "bleu .327 IF; storage_size .327 SP",
    "xu-2021/qat-mixed-1": (
        "perplexity .327 SN-NE; word_error_rate .327 WN; inference_latency .327 SP; storage_size .327 SP"
    ),
    "xu-2021/qat-mixed-2.3": (
        "perplexity .327 NE; word_error_rate .327 WN-IF; inference_latency .327 PO-SP; storage_size .327 SP"
    ),
    "dubhir-2021/a-q4.8": "accuracy .189 WN-IF; inference_latency .189 NE-WN; storage_size .189 IF",
    "denkinger-2020/w-q0.8-a-q0.16": "accuracy .127 IF; ram_energy_consumption .127 PO-SP",
    "deputter-2025/w-int2-a-int8": "accuracy .221 WN; inference_energy_consumption .221 SP",
    "dubhir-2021/w-int8": "accuracy .189 SN; inference_latency .189 IF; storage_size .189 IF",
    "tao-2022/w-fp32-a-q0.16": (
        "accuracy .186 WN-IF; f1_score .186 IF; inference_energy_consumption .186 IF-WP; inference_power_draw "
        ".186 IF-WP; inference_latency .186 IF; storage_size .186 IF-WP"
    ),
    "guerrouj-2025/w-fp16-a-fp16": "map .425 NE; inference_latency .425 SP; storage_size .425 SP",
    "dubhir-2021/a-q16.0": "accuracy .189 SN; inference_latency .189 IF; storage_size .189 IF-WP",
    "xu-2021/qat-mixed-1.9": (
        "perplexity .327 WN; word_error_rate .327 WN-IF; inference_latency .327 PO-SP; storage_size .327 SP"
    ),
    "xu-2021/qat-mixed-8": (
        "perplexity .327 WN-IF; word_error_rate .327 IF; inference_latency .327 PO; storage_size .327 SP"
    ),
    "flich-2022/w-int8": "accuracy .187 IF; inference_latency .187 SP; storage_size .187 SP",
    "paul-2022/q0.4": "accuracy .106 WN; inference_energy_consumption .106 SP; storage_size .106 SP",
    "xu-2021/ptq-w2a2": (
        "perplexity .327 NE; word_error_rate .327 WN; inference_latency .327 PO-SP; storage_size .327 SP"
    ),
    "aji-2020/w-log4": "bleu .327 IF; storage_size .327 SP",
    "tao-2022/w-q0.16-a-fp32": (
        "accuracy .186 IF; f1_score .186 IF; inference_energy_consumption .186 WP; inference_power_draw .186 "
        "WP; inference_latency .186 IF; storage_size .186 PO-SP"
    ),
    "vasquez-2021/mixed": "inference_energy_consumption .185 SP",
    "zhan-2021/w-int2-a-int8-b-int8": "accuracy .502 WN-IF; storage_size .502 SP",
    "tao-2022/w-q0.8-a-q0.16": (
        "accuracy .186 WN; f1_score .186 NE-WN; inference_energy_consumption .186 PO; inference_power_draw "
        ".186 PO; inference_latency .186 IF-WP; storage_size .186 SP"
    ),
    "xu-2021/qat-w4a4": (
        "perplexity .327 NE; word_error_rate .327 WN-IF; inference_latency .327 PO-SP; storage_size .327 SP"
    ),
    "alshammry-2025/ptq-w8a8": (
        "precision .193 SN-NE; recall .193 SN; map_50 .193 SN-NE; map_50_95 .193 SN; inference_latency .193 "
        "WP-PO; storage_size .193 SP"
    ),
    "deputter-2025/w-int4-a-int4": "accuracy .402 WN-IF; miou .221 WN; inference_energy_consumption .435 SP",
    "deputter-2025/w-int8-a-int8": "accuracy .383 IF; miou .221 WP; inference_energy_consumption .434 SP",
    "xu-2021/qat-mixed-3.8": (
        "perplexity .190 WN-IF; word_error_rate .190 IF; inference_latency .190 PO; storage_size .190 SP"
    ),
    "sathish-2022/int8": "accuracy .249 IF; dsc .249 IF; inference_energy_consumption .341 SP; storage_size .340 SP",
    "dubhir-2021/w-int8-a-int8": "accuracy .325 IF; inference_latency .325 SN; storage_size .325 SP",
    "deputter-2025/w-int4-a-int8": "accuracy .221 IF; inference_energy_consumption .221 SP",
    "dubhir-2021/a-q8.0": "accuracy .189 SN; inference_latency .189 IF; storage_size .189 IF",
    "deputter-2025/w-int2-a-int2": "accuracy .334 NE; inference_energy_consumption .334 SP",
    "paul-2022/q0.16": "accuracy .106 IF; inference_energy_consumption .106 SP; storage_size .106 SP",
    "dubhir-2021/a-q4.0": "accuracy .189 SN; inference_latency .189 IF; storage_size .189 IF-WP",
    "alshammry-2025/qat-w8a8": (
        "precision .193 WN; recall .193 NE; map_50 .193 NE; map_50_95 .193 SN; inference_latency .193 WP-PO; "
        "storage_size .193 SP"
    ),
    "xu-2021/ptq-w4a4": (
        "perplexity .327 NE; word_error_rate .327 WN-IF; inference_latency .327 PO-SP; storage_size .327 SP"
    ),
    "xu-2021/qat-w1a1": (
        "perplexity .327 SN; word_error_rate .327 WN; inference_latency .327 SP; storage_size .327 SP"
    ),
    "khalil-2025/w-int8-a-int8": (
        "inference_energy_consumption .570 SP; inference_power_draw .524 WP; inference_latency .572 SP; "
        "ram_usage .572 SP; storage_size .572 WP-PO"
    ),
    "koli-2025/w-int8-a-fp32": "storage_size .185 SP",
}

SUBGROUP = (
    "peng-2025/w-int8-a-int8",
    "xu-2021/ptq-w8a8",
    "krasteva-2025/w-int8-a-int8",
    "guerrouj-2025/w-int8-a-int8",
    "barnell-2021/w-int8-a-int8",
    "alshammry-2025/ptq-w8a8",
    "sathish-2022/int8",
    "dubhir-2021/w-int8-a-int8",
    "khalil-2025/w-int8-a-int8",
)
"""The nine evidence models of post-training quantization from fp32 to int8, in the published order."""
