using ComposerPlugin.Trainer.Evaluation;

namespace ComposerPlugin.Trainer.Report;

/// <summary>Describes the metrics of a style card.</summary>
internal static class MetricMeaning
{
    private static readonly Dictionary<string, string> _meanings = new()
    {
        ["bits_per_note"] = "timing, pitch and duration of a held-out note, given the tune so far; lower is better",
        ["bits_per_note_timing"] = "of these, the IOI or the end of the tune",
        ["bits_per_note_pitch"] = "of these, the pitch",
        ["bits_per_note_duration"] = "of these, the duration",
        ["bits_per_note_velocity"] = "the velocity, not included in the sum",
        ["bits_per_note_ngram"] = "the same for n-grams of the corpus and of the tune so far",
        ["bits_per_note_ngram_timing"] = "of these, the IOI or the end of the tune",
        ["bits_per_note_ngram_pitch"] = "of these, the pitch",
        ["bits_per_note_ngram_duration"] = "of these, the duration",
        ["bits_per_note_ngram_corpus"] = "the same for n-grams of the corpus alone",
        ["accuracy"] = "share of notes whose IOI, pitch and duration were all the likeliest",
        ["accuracy_timing"] = "share of IOIs that were the likeliest",
        ["accuracy_pitch"] = "share of pitches that were the likeliest",
        ["accuracy_duration"] = "share of durations that were the likeliest",
        ["accuracy_velocity"] = "share of velocities that were the likeliest",
        ["bits_per_note_latent"] = "divergence of the segments' latents from the prior",
        ["latent_nats"] = "the same per segment, in nats",
        ["latent_in_use"] = "latent dimensions that vary between segments; 0 if the posterior has collapsed",
        ["passages"] = "held-out segments that were reconstructed",
        ["reconstruction_steps"] = "share of sixteenths reconstructed: an onset of the same pitch, a continuation, or a rest",
        ["reconstruction_notes"] = "F1 of the onsets with pitches",
        ["interpolations"] = "interpolation paths between two held-out segments, of ten steps",
        ["interpolation_way"] = "edit distance from the start of the path, relative to its end; even steps are best",
        ["interpolation_rising"] = "share of steps that do not come nearer to the start again",
        ["interpolation_largest_step"] = "the largest step as a share of the path; 0.1 is best",
        ["overlapped_area_prior"] = "Yang and Lerch 2018, of segments decoded from the prior and held-out ones",
        ["scale_consistency_prior"] = "MusPy: share of their notes in the best-fitting diatonic scale",
        ["scale_consistency_passages"] = "the same for the held-out ones",
        ["notes_prior"] = "notes of a segment from the prior",
        ["notes_passages"] = "notes of a held-out segment",
        ["test_pieces"] = "held-out tunes",
        ["test_notes"] = "notes in them",
        ["takes"] = "held-out tunes whose first bars were continued",
        ["overlapped_area"] = "Yang and Lerch 2018, mean of the nine features; 1 if generated segments vary as human ones do",
        ["pitch_in_scale"] = "MusPy: share of notes in the prompt's diatonic scale",
        ["scale_consistency"] = "MusPy: share of notes in the best-fitting diatonic scale",
        ["pitch_class_entropy"] = "MusPy: entropy of the pitch classes, in bits",
        ["groove"] = "MusPy: groove consistency; 1 if every bar has the same onsets",
        ["contour_distance_prompt"] = "dynamic time warping distance between the contours of continuation and prompt, semitones per note",
        ["contour_distance_train"] = "the same to the nearest segment of a training tune",
        ["longest_shared_run"] = "most consecutive (interval, duration) steps shared with one training tune",
        ["longest_shared_run_max"] = "the longest of all continuations of the style",
        ["longest_shared_run_max_human"] = "the longest of all held-out tunes",
        ["cardinality_score"] = "Yin et al. 2022: largest cardinality score of two bars against the training tunes; 1 is a copy",
        ["continuation_f1"] = "MIREX: F1 of the cardinality score against the tune's own continuation, mean over 2 to 10 quarters",
        ["pitch_overlap"] = "MIREX: overlap of the pitch histograms with the tune's own continuation, over 10 quarters",
        ["pitch_class_overlap"] = "the same by pitch class",
        ["temperature"] = "sampling temperature of the continuations, relative to the style's",
        ["top_p"] = "top-p of the continuations",
        ["opening_returns"] = "share of continuations of up to 12 bars in which the first full bar returns: same onsets and pitches",
        ["bars_that_return"] = "share of their bars that equal an earlier bar of prompt or continuation",
        ["rhythms_that_return"] = "share of their bars with the onsets of an earlier bar",
        ["ends_on_tonic"] = "share of them whose last note is the tonic of the tune",
        ["begins_with_last_note"] = "share of them whose first pitch is the last of the prompt",
        ["loops"] = "share of them with a pattern of a beat to a bar four times in a row or more, for two bars or more",
        ["stuck"] = "share of them with such a loop where the tune has none",
        ["form_overlap"] = "overlapped area of how many bars before a bar the one stands to which it refers",
        ["form_overlap_human"] = "the same for two draws of the held-out tunes",
        ["register_distance"] = "semitones from the mean pitch of the prompt to that of the continuation, median",
        ["register_distance_from"] = "of 95 % of the continuations, the lowest",
        ["register_distance_to"] = "of 95 % of the continuations, the highest",
        ["register_within_6"] = "share of continuations at most six semitones away",
        ["step_ms_p50"] = "milliseconds to generate one note on one CPU thread, median",
        ["step_ms_p99"] = "the same, 99th percentile",
    };

    private static readonly (string Ending, string Words)[] _origins =
    [
        ("_low", "lower end of its 95 % interval"),
        ("_high", "upper end of its 95 % interval"),
        ("_human", "the same for the held-out tunes"),
        ("_human_low", "lower end of its 95 % interval"),
        ("_human_high", "upper end of its 95 % interval"),
        ("_human_from", "5th percentile of the tunes"),
        ("_human_to", "95th percentile of the tunes"),
        ("_ngram", "the same for the n-grams' continuations"),
        ("_ngram_low", "lower end of its 95 % interval"),
        ("_ngram_high", "upper end of its 95 % interval"),
        ("_phrase", "the same for the prompt again"),
        ("_phrase_low", "lower end of its 95 % interval"),
        ("_phrase_high", "upper end of its 95 % interval"),
        .. RegisterMeasures.Places.SelectMany(place => ((string, string)[])
        [
            ($"_{place.Name}", $"the same for prompts moved to {place.Pitch}"),
            ($"_{place.Name}_low", "lower end of its 95 % interval"),
            ($"_{place.Name}_high", "upper end of its 95 % interval"),
        ]),
    ];

    /// <summary>The description, or an empty text for an unknown metric.</summary>
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
        var origin = _origins.FirstOrDefault(
            origin => name.EndsWith(origin.Ending, StringComparison.Ordinal) && _meanings.ContainsKey(name[..^origin.Ending.Length]));
        return origin.Words ?? "";
    }
}
