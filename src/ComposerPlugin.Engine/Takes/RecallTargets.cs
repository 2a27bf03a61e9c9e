using System.Runtime.CompilerServices;

namespace ComposerPlugin.Engine;

/// <summary>
/// The ids of the takes that can be played again, as the audio thread counts them: the last ones, the newest first, then the kept ones, the
/// oldest first; 0 where there is none.
/// </summary>
[InlineArray(Count)]
public struct RecallTargets
{
    /// <summary>The number of takes.</summary>
    public const int Count = RecentTakes.Capacity + KeptTakes.Capacity;

    private int _id;

    /// <summary>[any] The value of the control that plays a take again, from 1; 0 if it cannot be played again.</summary>
    public readonly int ValueOf(int id)
    {
        ReadOnlySpan<int> ids = this;
        return id == 0 ? 0 : ids.IndexOf(id) + 1;
    }
}
