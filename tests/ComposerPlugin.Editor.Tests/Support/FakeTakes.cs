using ComposerPlugin.Music;

namespace ComposerPlugin.Editor.Tests;

/// <summary>Eight takes, two of them kept; what is asked of them is written down.</summary>
internal sealed class FakeTakes : ITakes
{
    private readonly List<TakeItem> _items = [.. Enumerable.Range(12, 8).Select(Make)];

    public List<string> Asked { get; } = [];

    public int Version { get; private set; }

    public IReadOnlyList<TakeItem> Items => _items;

    public TakeItem? Current => _items[^1];

    public TakeItem? Previous => _items[^2];

    public TakeItem? Next => null;

    public void Play(TakeItem take) => Asked.Add($"play {take.Number}");

    public void Keep(TakeItem take, bool isKept) => Change(take, take with { IsKept = isKept }, $"keep {take.Number} {isKept}");

    public void Rename(TakeItem take, string? name) => Change(take, take with { Name = name }, $"rename {take.Number} {name}");

    public void Delete(TakeItem take)
    {
        _items.Remove(take);
        Version++;
        Asked.Add($"delete {take.Number}");
    }

    public void Lock(TakeItem take, int note, bool isLocked) => Change(
        take, take with { Locks = [.. take.Locks.Select((locked, at) => at == note ? isLocked : locked)] }, $"lock {take.Number} {note} {isLocked}");

    public string FileName(TakeItem take) => $"{take.Style} - D major - seed {take.Seed} - take {take.Number}.mid";

    public string WriteForDrag(TakeItem take)
    {
        Asked.Add($"drag {take.Number}");
        return "/takes/" + FileName(take);
    }

    public string Export(TakeItem take, string fileName)
    {
        Asked.Add($"export {take.Number} {fileName}");
        return "/takes/" + fileName;
    }

    public void ShowFolder() => Asked.Add("folder");

    private static TakeItem Make(int number) => new()
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

    private void Change(TakeItem take, TakeItem changed, string asked)
    {
        _items[_items.IndexOf(take)] = changed;
        Version++;
        Asked.Add(asked);
    }
}
