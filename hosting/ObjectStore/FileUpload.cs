using Compiled.MapRuns.Objects;

namespace Compiled.ObjectStore;

/// <summary>An object that is being written to a file of its own, and moved into its place when it is complete.</summary>
internal sealed class FileUpload : ObjectUpload
{
    private readonly string _path, _target, _name;
    private readonly FileStream _content;
    private bool _isComplete;

    public FileUpload(string path, string target, string name)
    {
        (_path, _target, _name) = (path, target, name);
        _content = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 64 * 1024, FileOptions.Asynchronous);
    }

    public override Stream Content => _content;

    public override async ValueTask CompleteAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await _content.FlushAsync(cancellationToken).ConfigureAwait(false);
            // On the disk before it has its name: after a crash the name stands for the whole object or for the one before.
            _content.Flush(flushToDisk: true);
            await _content.DisposeAsync().ConfigureAwait(false);
            Directory.CreateDirectory(Path.GetDirectoryName(_target)!);
            File.Move(_path, _target, overwrite: true);
            _isComplete = true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ObjectStoreException($"{_name} can't be written: {exception.Message}", exception);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _content.DisposeAsync().ConfigureAwait(false);
        if (!_isComplete)
            File.Delete(_path);
    }
}
