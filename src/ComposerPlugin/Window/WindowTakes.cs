using System.Globalization;
using ComposerPlugin.Composing;
using ComposerPlugin.Editor;
using ComposerPlugin.Engine;
using ComposerPlugin.Styles;

namespace ComposerPlugin;

/// <summary>[main] The takes of an instance, for the window.</summary>
/// <param name="controller">The instance's controller.</param>
/// <param name="composer">The instance's worker.</param>
/// <param name="reader">What the audio thread reports.</param>
internal sealed class WindowTakes(Controller controller, ComposerWorker composer, WindowFeedReader reader) : ITakes
{
    private static readonly int Recall = Parameters.IndexOf(Parameters.RecallTake.Id);

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

    private static string DragFolder => Path.Combine(StylePaths.UserFolder, "drag");

    private static string ExportFolder => Path.Combine(StylePaths.UserFolder, "takes");

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
        if (_list is not null && composer.TakesVersion == _list.Version && current == _current)
            return;
        if (_list is null || composer.TakesVersion != _list.Version)
            _list = composer.Takes;
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
        if (_list is not { } list)
            return;
        int recent = IndexOf(list.Recent, take.Id), kept = IndexOf(list.Kept, take.Id);
        if (recent < 0 && kept < 0)
            return;
        int entry = recent >= 0 ? 1 + recent : 1 + ComposeRequest.MostTakes + kept;
        controller.BeginEdit(Recall);
        controller.PerformEdit(Recall, Parameters.RecallTake.ToNormalized(entry));
        controller.EndEdit(Recall);
    }

    /// <inheritdoc/>
    public void Keep(TakeItem take, bool isKept)
    {
        if (!isKept)
            composer.Unkeep(take.Id);
        else if (Find(take.Id) is { } snapshot)
            composer.Keep(snapshot);
        controller.Notices.MarkDirty();
    }

    /// <inheritdoc/>
    public void Rename(TakeItem take, string? name)
    {
        composer.Rename(take.Id, name);
        controller.Notices.MarkDirty();
    }

    /// <inheritdoc/>
    public void Delete(TakeItem take)
    {
        composer.Delete(take.Id);
        controller.Notices.MarkDirty();
    }

    /// <inheritdoc/>
    public void Lock(TakeItem take, int note, bool isLocked) => controller.Lock(new(take.Id, note, note + 1, isLocked));

    /// <inheritdoc/>
    public string FileName(TakeItem take) => Find(take.Id) is { } snapshot ? TakeFile.Name(snapshot, take.Style, KeyName) : "take.mid";

    /// <inheritdoc/>
    public string WriteForDrag(TakeItem take) => Write(take, DragFolder, FileName(take));

    /// <inheritdoc/>
    public string Export(TakeItem take, string fileName) => Write(take, ExportFolder, fileName);

    /// <inheritdoc/>
    public void ShowFolder() => _message = FileManager.Show(ExportFolder);

    private string KeyName =>
        controller.Plain(Parameters.ScaleLock) == 0
            ? "any key"
            : $"{Parameters.Key.Format(controller.NormalizedAt(Parameters.IndexOf(Parameters.Key.Id)))} "
                + Parameters.ScaleLock.Format(controller.NormalizedAt(Parameters.IndexOf(Parameters.ScaleLock.Id)));

    private string Write(TakeItem take, string folder, string fileName)
    {
        var snapshot = Find(take.Id) ?? throw new IOException($"Take {take.Number} is no longer there.");
        try
        {
            return TakeFile.Write(snapshot, folder, fileName, reader.Snapshot.Tempo is > 0 and var tempo ? tempo : 120);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new IOException(exception.Message, exception);
        }
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
        Locks = [.. Enumerable.Range(0, take.Notes.Count).Select(note => take.Locks[note])],
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
