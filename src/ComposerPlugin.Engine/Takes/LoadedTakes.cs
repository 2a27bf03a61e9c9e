using System.Runtime.CompilerServices;

namespace ComposerPlugin.Engine;

/// <summary>The kept takes of a loaded project, as one value: the last project loaded replaces those before it.</summary>
/// <param name="After">How many <see cref="TakeEdit"/>s came before it.</param>
/// <param name="Count">How many takes there are.</param>
/// <param name="Takes">The takes, the oldest first.</param>
public readonly record struct LoadedTakes(long After, int Count, LoadedTakes.List Takes)
{
    /// <summary>Room for all kept takes.</summary>
    [InlineArray(KeptTakes.Capacity)]
    public struct List
    {
        private RecentTake _take;
    }
}
