namespace ComposerPlugin.Editor;

/// <summary>The parameters that the window shows, by name.</summary>
public sealed record ControlSet
{
    /// <summary>Notes only pass through.</summary>
    public required IControl Bypass { get; init; }

    /// <summary>The program.</summary>
    public required IControl Program { get; init; }

    /// <summary>The style, by its slot.</summary>
    public required IControl Style { get; init; }

    /// <summary>The execution provider.</summary>
    public required IControl Provider { get; init; }

    /// <summary>The mode.</summary>
    public required IControl Mode { get; init; }

    /// <summary>The length of answers.</summary>
    public required IControl AnswerBars { get; init; }

    /// <summary>The length of a turn.</summary>
    public required IControl TradeBars { get; init; }

    /// <summary>The rest that ends a phrase.</summary>
    public required IControl PhraseEnd { get; init; }

    /// <summary>Where answers start.</summary>
    public required IControl StartOn { get; init; }

    /// <summary>The grid.</summary>
    public required IControl Grid { get; init; }

    /// <summary>The seed.</summary>
    public required IControl Seed { get; init; }

    /// <summary>A new answer to the same phrase, around locked notes: a trigger.</summary>
    public required IControl NewTake { get; init; }

    /// <summary>The take before: a trigger.</summary>
    public required IControl PreviousTake { get; init; }

    /// <summary>The take after: a trigger.</summary>
    public required IControl NextTake { get; init; }

    /// <summary>Keeps the current take: a trigger.</summary>
    public required IControl Keep { get; init; }

    /// <summary>Other pitches for the current take: a trigger.</summary>
    public required IControl RerollPitches { get; init; }

    /// <summary>Another rhythm for the current take: a trigger.</summary>
    public required IControl RerollRhythm { get; init; }

    /// <summary>Other velocities for the current take: a trigger.</summary>
    public required IControl RerollVelocities { get; init; }

    /// <summary>Varies the current take: a trigger.</summary>
    public required IControl VaryTake { get; init; }

    /// <summary>Whether a changed control is heard at once.</summary>
    public required IControl AutoApply { get; init; }

    /// <summary>Captures phrase A: a trigger.</summary>
    public required IControl CaptureA { get; init; }

    /// <summary>Captures phrase B: a trigger.</summary>
    public required IControl CaptureB { get; init; }

    /// <summary>How far variations go.</summary>
    public required IControl Variation { get; init; }

    /// <summary>Between phrases A and B.</summary>
    public required IControl Morph { get; init; }

    /// <summary>The temperature.</summary>
    public required IControl Surprise { get; init; }

    /// <summary>Nucleus sampling.</summary>
    public required IControl TopP { get; init; }

    /// <summary>The density.</summary>
    public required IControl Density { get; init; }

    /// <summary>The weight of the player's motifs.</summary>
    public required IControl Memory { get; init; }

    /// <summary>How closely answers keep to the phrase.</summary>
    public required IControl Form { get; init; }

    /// <summary>The lowest pitch.</summary>
    public required IControl LowestNote { get; init; }

    /// <summary>The highest pitch.</summary>
    public required IControl HighestNote { get; init; }

    /// <summary>The tonic.</summary>
    public required IControl Key { get; init; }

    /// <summary>The scale.</summary>
    public required IControl Scale { get; init; }

    /// <summary>Whether answers end on the tonic.</summary>
    public required IControl EndOnTonic { get; init; }

    /// <summary>The transposition.</summary>
    public required IControl Octave { get; init; }

    /// <summary>The guard against repetition.</summary>
    public required IControl RepeatGuard { get; init; }

    /// <summary>The source of velocities.</summary>
    public required IControl Velocity { get; init; }

    /// <summary>The fixed velocity.</summary>
    public required IControl FixedVelocity { get; init; }

    /// <summary>The factor of velocities.</summary>
    public required IControl VelocityScale { get; init; }

    /// <summary>The swing.</summary>
    public required IControl Swing { get; init; }

    /// <summary>The source of micro-timing.</summary>
    public required IControl Timing { get; init; }

    /// <summary>Whether grid, swing and start follow the phrase.</summary>
    public required IControl FollowPhrase { get; init; }

    /// <summary>Whether the player's notes pass through.</summary>
    public required IControl Thru { get; init; }

    /// <summary>The MIDI channel of answers.</summary>
    public required IControl Channel { get; init; }

    /// <summary>The level of the preview tone; null in the class without an audio output.</summary>
    public required IControl? PreviewLevel { get; init; }
}
