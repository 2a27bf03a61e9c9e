using System.Globalization;
using ComposerPlugin.Composing;
using ComposerPlugin.Editor;
using ComposerPlugin.Engine;

namespace ComposerPlugin;

/// <summary>[main] The takes of an instance, for the window.</summary>
/// <param name="controller">The instance's controller.</param>
/// <param name="recall">The parameter that plays a take again.</param>
/// <param name="editor">The instance's takes.</param>
/// <param name="reader">What the audio thread reports.</param>
internal sealed class WindowTakes(Controller controller, IControl recall, TakeEditor editor, WindowFeedReader reader) : ITakes
{
    private TakeList? _list;
    private int _current;
    private string? _message;

    /// <inheritdoc/>
    public int Version { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<TakeItem> Items { get; private set; } = [];

    /// <inheritdoc/>
    public TakeItem? Current { get; private set; }

    /// <inheritdoc/>
    public TakeItem? Previous { get; private set; }

    /// <inheritdoc/>
    public TakeItem? Next { get; private set; }

    private static string? DragFolder => InUserFolder("drag");

    private static string? ExportFolder => InUserFolder("takes");

    /// <summary>Removes the files that were dragged out on another day: hosts have read them since.</summary>
    public static void RemoveOldFiles()
    {
        try
        {
            foreach (string path in Directory.Exists(DragFolder) ? Directory.GetFiles(DragFolder, "*.mid") : [])
            {
                if (File.GetLastWriteTimeUtc(path) < DateTime.UtcNow.AddDays(-1))
                    File.Delete(path);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // They are in nobody's way.
        }
    }

    /// <summary>Looks whether a take was added or changed.</summary>
    public void Refresh()
    {
        int current = reader.Snapshot.CurrentTake;
        if (_list is not null && editor.Version == _list.Version && current == _current)
            return;
        if (_list is null || editor.Version != _list.Version)
            _list = editor.Takes;
        _current = current;
        var recent = _list.Recent;
        Items =
        [
            .. _list.Kept.Where(kept => recent.All(take => take.Id != kept.Id)).Select(take => Item(take, isRecent: false)),
            .. recent.Reverse().Select(take => Item(take, isRecent: true)),
        ];
        int at = -1;
        for (int i = 0; i < Items.Count; i++)
        {
            if (Items[i].Id == current)
                at = i;
        }
        Current = at < 0 ? null : Items[at];
        Previous = at > 0 && Items[at - 1].IsRecent && Items[at].IsRecent ? Items[at - 1] : null;
        Next = at >= 0 && at + 1 < Items.Count && Items[at].IsRecent ? Items[at + 1] : null;
        Version++;
    }

    /// <summary>Takes a message for the status line; null if there is none.</summary>
    public string? TakeMessage()
    {
        string? message = _message;
        _message = null;
        return message;
    }

    /// <inheritdoc/>
    public void Play(TakeItem take)
    {
        if (Find(take.Id) is { } snapshot && editor.RecallValue(snapshot) is var value and > 0)
            recall.Choose(value);
    }

    /// <inheritdoc/>
    public void Keep(TakeItem take, bool isKept)
    {
        if (Find(take.Id) is not { } snapshot)
            return;
        if (isKept)
            editor.Keep(snapshot);
        else
            editor.Unkeep(snapshot);
        controller.Notices.MarkDirty();
    }

    /// <inheritdoc/>
    public void Rename(TakeItem take, string? name)
    {
        if (Find(take.Id) is not { } snapshot)
            return;
        editor.Rename(snapshot, name);
        controller.Notices.MarkDirty();
    }

    /// <inheritdoc/>
    public void Delete(TakeItem take)
    {
        if (Find(take.Id) is not { } snapshot)
            return;
        editor.Delete(snapshot);
        controller.Notices.MarkDirty();
    }

    /// <inheritdoc/>
    public void Lock(TakeItem take, int note, bool isLocked)
    {
        if (Find(take.Id) is { } snapshot)
            editor.Lock(snapshot, note, note + 1, isLocked);
    }

    /// <inheritdoc/>
    public string FileName(TakeItem take) => Find(take.Id) is { } snapshot ? $"{TakeFile.NameOf(snapshot, take.Style)}.mid" : "";

    /// <inheritdoc/>
    public string WriteForDrag(TakeItem take) => Write(take, DragFolder, null);

    /// <inheritdoc/>
    public string Export(TakeItem take, string fileName) => Write(take, ExportFolder, fileName);

    /// <inheritdoc/>
    public void ShowFolder() => _message = FileManager.Show(ExportFolder);

    private static string? InUserFolder(string name) => StylePaths.UserFolder is { } folder ? Path.Combine(folder, name) : null;

    private string Write(TakeItem take, string? folder, string? fileName)
    {
        if (folder is null)
            throw new IOException(FileManager.NoHome);
        var snapshot = Find(take.Id) ?? throw new IOException($"Take {take.Number} is no longer there.");
        double tempo = reader.Snapshot.Tempo is var known and > 0 ? known : 120;
        return TakeFile.Write(snapshot, take.Style, tempo, folder, fileName);
    }

    private TakeSnapshot? Find(int id) =>
        _list is not { } list ? null
        : IndexOf(list.Recent, id) is var recent and >= 0 ? list.Recent[recent]
        : IndexOf(list.Kept, id) is var kept and >= 0 ? list.Kept[kept] : null;

    private static int IndexOf(IReadOnlyList<TakeSnapshot> takes, int id)
    {
        for (int i = 0; i < takes.Count; i++)
        {
            if (takes[i].Id == id)
                return i;
        }
        return -1;
    }

    private static TakeItem Item(TakeSnapshot take, bool isRecent) => new()
    {
        Id = take.Id,
        Number = take.Number,
        Name = take.Name,
        Origin = NameOf(take),
        BaseId = take.Base,
        Style = StylePaths.Catalog.Current.Find(take.Style)?.Name ?? take.Style,
        Seed = take.Seed,
        Meter = take.Notes.Meter,
        Begin = take.Begin,
        End = take.End,
        Notes = take.Notes,
        Locks = [.. Enumerable.Range(0, take.Notes.Count).Select(note => take.Locks.IsLocked(note))],
        IsKept = take.IsKept,
        IsRecent = isRecent,
    };

    private static string NameOf(TakeSnapshot take) => take.Origin switch
    {
        TakeOrigin.Answer => "Answer",
        TakeOrigin.NewTake => "New take",
        TakeOrigin.Locks => "New take round the locks",
        TakeOrigin.Pitches => "Other pitches",
        TakeOrigin.Rhythm => "Other rhythm",
        TakeOrigin.Velocities => "Other velocities",
        TakeOrigin.Variation => string.Create(CultureInfo.InvariantCulture, $"Variation, {take.Amount:P0}"),
        TakeOrigin.Controls => "Changed controls",
        TakeOrigin.Remainder => "New meter",
        _ => "From the project",
    };
}
