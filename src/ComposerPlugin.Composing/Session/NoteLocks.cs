using System.Numerics;
using System.Runtime.CompilerServices;
using ComposerPlugin.Inference;

namespace ComposerPlugin.Composing;

/// <summary>Which notes of a take are locked, by their numbers from 0.</summary>
[InlineArray(Words)]
public struct NoteLocks : IEquatable<NoteLocks>
{
    /// <summary>The number of notes.</summary>
    public const int Capacity = Capacities.AnswerNotes;

    private const int Bits = 64, Words = Capacity / Bits;

    private ulong _word;

    /// <summary>Whether any note is locked.</summary>
    public readonly bool HasAny
    {
        get
        {
            ReadOnlySpan<ulong> words = this;
            return words.ContainsAnyExcept(0ul);
        }
    }

    /// <summary>How many notes are locked.</summary>
    public readonly int Count
    {
        get
        {
            int count = 0;
            foreach (ulong word in this)
                count += BitOperations.PopCount(word);
            return count;
        }
    }

    /// <summary>Whether a note is locked.</summary>
    public readonly bool IsLocked(int note) => note is >= 0 and < Capacity && (this[note / Bits] >> (note % Bits) & 1) != 0;

    /// <summary>Locks or unlocks notes; numbers that no note has are ignored.</summary>
    /// <param name="first">The first note.</param>
    /// <param name="end">The note after the last.</param>
    /// <param name="isLocked">Whether they become locked.</param>
    public void Set(int first, int end, bool isLocked)
    {
        for (int note = Math.Max(first, 0); note < Math.Min(end, Capacity); note++)
        {
            ulong bit = 1ul << (note % Bits);
            ref ulong word = ref this[note / Bits];
            word = isLocked ? word | bit : word & ~bit;
        }
    }

    /// <inheritdoc/>
    public readonly bool Equals(NoteLocks other)
    {
        ReadOnlySpan<ulong> words = this, others = other;
        return words.SequenceEqual(others);
    }

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is NoteLocks other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode() => HashCode.Combine(Count, this[0]);

    /// <summary>Whether the same notes are locked.</summary>
    public static bool operator ==(NoteLocks left, NoteLocks right) => left.Equals(right);

    /// <summary>Whether other notes are locked.</summary>
    public static bool operator !=(NoteLocks left, NoteLocks right) => !left.Equals(right);
}
