using ComposerPlugin.Music;

namespace ComposerPlugin.Editor.Tests;

/// <summary>Eight takes, two of them kept; what is asked of them is written down.</summary>
internal sealed class FakeTakes : ITakes
{
    private readonly List<TakeItem> _items = [.. Enumerable.Range(12, 8).Select(Make)];

    private int _next;

    public List<string> Asked { get; } = [];

    public int Version { get; private set; }

    public IReadOnlyList<TakeItem> Items => _items;

    /// <summary>The take that plays; <see cref="Play"/> changes it.</summary>
    public int CurrentId { get; private set; } = 19;

    /// <summary>Whether files cannot be written.</summary>
    public bool IsFull { get; set; }

    public TakeItem? Current => At(0);

    public TakeItem? Previous => At(-1);

    public TakeItem? Next => At(1);

    /// <summary>Whether a take that is asked for begins only at <see cref="Begin"/>.</summary>
    public bool IsSlow { get; set; }

    public void Play(TakeItem take)
    {
        Asked.Add($"play {take.Number}");
        _next = take.Id;
        if (!IsSlow)
            Begin();
    }

    /// <summary>The take that was asked for begins.</summary>
    public void Begin()
    {
        CurrentId = _next;
        Version++;
    }

    /// <summary>Puts a take into the list, in the place of one with its id; it plays.</summary>
    public void Put(TakeItem take)
    {
        _items.RemoveAll(other => other.Id == take.Id);
        _items.Add(take);
        CurrentId = take.Id;
        Version++;
    }

    public void Clear()
    {
        _items.Clear();
        Version++;
    }

    public void Keep(TakeItem take, bool isKept) => Change(take, take with { IsKept = isKept }, $"keep {take.Number} {isKept}");

    public void Rename(TakeItem take, string? name) => Change(take, take with { Name = name }, $"rename {take.Number} {name}");

    public void Delete(TakeItem take)
    {
        _items.Remove(take);
        Version++;
        Asked.Add($"delete {take.Number}");
    }

    public void Lock(TakeItem take, int note, bool isLocked)
    {
        bool[] locks = [.. take.Locks];
        locks[note] = isLocked;
        Change(take, take with { Locks = locks }, $"lock {take.Number} {note} {isLocked}");
    }

    public string FileName(TakeItem take) => $"{take.Style} - D major - seed {take.Seed} - take {take.Number}.mid";

    public string WriteForDrag(TakeItem take)
    {
        Refuse();
        Asked.Add($"drag {take.Number}");
        return "/takes/" + FileName(take);
    }

    public string Export(TakeItem take, string fileName)
    {
        Refuse();
        Asked.Add($"export {take.Number} {fileName}");
        return "/takes/" + fileName;
    }

    public void ShowFolder() => Asked.Add("folder");

    public static TakeItem Make(int number) => new()
    {
        Id = number,
        Number = number,
        Origin = number % 3 == 0 ? "Other pitches" : "New take",
        Style = "Irish & Scots session",
        Seed = 1,
        Meter = Meter.Common,
        Begin = 0,
        End = 4 * 96,
        Notes = [.. Enumerable.Range(0, 32).Select(i => new Note(i * 12, 11, new((byte)(62 + (i * (number + 3) % 15))), 90))],
        Locks = new bool[32],
        IsKept = number is 14 or 17,
        IsRecent = true,
    };

    private TakeItem? At(int by)
    {
        int at = _items.FindIndex(take => take.Id == CurrentId) + by;
        return at - by >= 0 && at >= 0 && at < _items.Count ? _items[at] : null;
    }

    private void Refuse()
    {
        if (IsFull)
            throw new IOException("The disk is full.");
    }

    private void Change(TakeItem take, TakeItem changed, string asked)
    {
        _items[_items.IndexOf(take)] = changed;
        Version++;
        Asked.Add(asked);
    }
}
