using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Report;

/// <summary>Says in words what a figure of the model card is.</summary>
internal static class MetricMeaning
{
    private static readonly Dictionary<string, string> _meanings = new()
    {
        ["bits_per_note"] = "timing, pitch and duration of a held-out note, given the tune so far; lower is better",
        ["bits_per_note_timing"] = "of these, when it begins (and that the tune ends)",
        ["bits_per_note_pitch"] = "of these, its pitch",
        ["bits_per_note_duration"] = "of these, its duration",
        ["bits_per_note_velocity"] = "its velocity, not in the sum",
        ["bits_per_note_ngram"] = "the same by n-grams of the corpus and of the tune so far",
        ["bits_per_note_ngram_timing"] = "of these, when it begins",
        ["bits_per_note_ngram_pitch"] = "of these, its pitch",
        ["bits_per_note_ngram_duration"] = "of these, its duration",
        ["bits_per_note_ngram_corpus"] = "the same by n-grams of the corpus alone",
        ["accuracy"] = "notes whose gap, pitch and duration were all the likeliest",
        ["accuracy_timing"] = "gaps that were the likeliest",
        ["accuracy_pitch"] = "pitches that were the likeliest",
        ["accuracy_duration"] = "durations that were the likeliest",
        ["accuracy_velocity"] = "velocities that were the likeliest",
        ["bits_per_note_latent"] = "what the passages' latents cost: their divergence from the prior",
        ["latent_nats"] = "the same for a passage, in nats",
        ["latent_in_use"] = "numbers of the latent that vary from passage to passage; 0 where the posterior has collapsed",
        ["passages"] = "held-out passages that were played again",
        ["reconstruction_steps"] = "sixteenths of them that were played as they are: a pitch beginning, going on, or a rest",
        ["reconstruction_notes"] = "F1 of their onsets with pitches",
        ["interpolations"] = "ways from one held-out passage to another, of ten steps",
        ["interpolation_way"] = "edit distance from the way's beginning, as a share of that of its end; even steps are best",
        ["interpolation_rising"] = "steps that do not come nearer the beginning again",
        ["interpolation_largest_step"] = "the share of the way that its largest step goes; 0.1 is best",
        ["overlapped_area_prior"] = "Yang and Lerch 2018, of passages of latents drawn from the prior beside held-out ones",
        ["scale_consistency_prior"] = "MusPy: share of their notes in the diatonic scale that fits best",
        ["scale_consistency_passages"] = "the same of the held-out ones",
        ["notes_prior"] = "notes of a passage from the prior",
        ["notes_passages"] = "notes of a held-out one",
        ["test_pieces"] = "held-out tunes",
        ["test_notes"] = "notes in them",
        ["takes"] = "held-out tunes of which the first bars were continued",
        ["overlapped_area"] = "Yang and Lerch 2018, mean over the nine features; 1 when generated passages vary as human ones do",
        ["pitch_in_scale"] = "MusPy: share of notes in the diatonic scale that the prompt keeps to",
        ["scale_consistency"] = "MusPy: share of notes in the diatonic scale that fits best",
        ["pitch_class_entropy"] = "MusPy: entropy of the pitch classes, in bits",
        ["groove"] = "MusPy: groove consistency, 1 when every bar has the same onsets",
        ["contour_distance_prompt"] = "dynamic time warping from the continuation's contour to the prompt's, semitones a note",
        ["contour_distance_train"] = "the same to the nearest passage of a training tune",
        ["longest_shared_run"] = "most consecutive (interval, duration) steps shared with one training tune",
        ["longest_shared_run_max"] = "the longest of all of the style's continuations",
        ["longest_shared_run_max_human"] = "the longest of all of the held-out tunes'",
        ["cardinality_score"] = "Yin et al. 2022: largest cardinality score of two bars against the training tunes; 1 is a copy",
        ["continuation_f1"] = "MIREX: F1 of the cardinality score against how the tune goes on, mean over 2 to 10 quarters",
        ["pitch_overlap"] = "MIREX: overlap of the pitch histograms with how the tune goes on, over 10 quarters",
        ["pitch_class_overlap"] = "the same by pitch class",
        ["step_ms_p50"] = "milliseconds to write one note on one CPU thread, median",
        ["step_ms_p99"] = "the same, 99th percentile",
    };

    private static readonly (string Ending, string Words)[] _origins =
    [
        ("_human", "the same of the held-out tunes themselves"),
        ("_human_low", "low end of its 95 % interval"),
        ("_human_high", "high end of its 95 % interval"),
        ("_human_from", "where nine tenths of the tunes begin"),
        ("_human_to", "and where they end"),
        ("_ngram", "the same of the n-grams' own continuations"),
        ("_ngram_low", "low end of its 95 % interval"),
        ("_ngram_high", "high end of its 95 % interval"),
    ];

    /// <summary>The meaning, or an empty text for a figure that is not known here.</summary>
    public static string Describe(string name)
    {
        if (_meanings.TryGetValue(name, out string? meaning))
            return meaning;
        foreach (var feature in MelodyFeature.All)
        {
            if (name == "overlapped_area_" + feature.Name)
                return $"overlapped area: {feature.Title}";
            if (name == "kl_" + feature.Name)
                return $"Kullback-Leibler divergence, nats: {feature.Title}";
        }
        return _origins.FirstOrDefault(origin => name.EndsWith(origin.Ending) && _meanings.ContainsKey(name[..^origin.Ending.Length])).Words ?? "";
    }
}
