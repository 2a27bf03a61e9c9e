namespace ComposerPlugin.Engine;

/// <summary>[any] What a <see cref="TakeOrigin"/> means for composing.</summary>
public static class TakeOrigins
{
    /// <summary>Whether notes of the base take stay in part.</summary>
    public static bool IsReroll(this TakeOrigin origin) =>
        origin is TakeOrigin.Pitches or TakeOrigin.Rhythm or TakeOrigin.Velocities or TakeOrigin.Variation;
}
