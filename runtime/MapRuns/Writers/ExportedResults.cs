using Compiled.Expressions;
using Compiled.Language.Vocabulary;
using Compiled.MapRuns.Objects;
using Compiled.MapRuns.Readers;
using Compiled.Values;

namespace Compiled.MapRuns.Writers;

/// <summary>
/// The results in objects of a bucket: files for children that succeeded, failed and never started, in the order in which they ended, and a
/// <c>manifest.json</c> that names them. FEATURES L-316, L-317.
/// </summary>
internal sealed class ExportedResults : IResults
{
    private static readonly Key
        DestinationBucket = Key.Of("DestinationBucket"), MapRunArn = Key.Of("MapRunArn"), ResultFiles = Key.Of("ResultFiles"), Failed = Key.Of("FAILED"),
        Pending = Key.Of("PENDING"), Succeeded = Key.Of("SUCCEEDED"), Details = Key.Of("ResultWriterDetails"), Bucket = Key.Of("Bucket"), KeyName = Key.Of("Key");

    private readonly MapRunRequest _request;
    private readonly IObjectStore _store;
    private readonly ResultFiles _succeeded, _failed, _pending;
    private readonly string _bucket, _folder;
    private readonly ResultTransformation _transformation;

    public ExportedResults(MapRunRequest request, IObjectStore? store)
    {
        ResultWriterSettings settings = request.Settings.Writer!;
        _store = store ?? throw Failure("No object store is set; ExecutionOptions.ObjectStore gives one.");
        (_request, _transformation) = (request, settings.Transformation);
        _bucket = Failures.Argument(settings.Arguments, "Bucket", Failure);
        string prefix = settings.Arguments.Get("Prefix") is { IsString: true } given ? given.AsString().TrimEnd('/') : "";
        _folder = prefix.Length == 0 ? request.Id : $"{prefix}/{request.Id}";
        (_succeeded, _failed, _pending) = (Files("SUCCEEDED"), Files("FAILED"), Files("PENDING"));

        ResultFiles Files(string name) => new(_store, _bucket, $"{_folder}/{name}_", settings.WritesLines);
    }

    public bool KeepsPending => true;

    public long Written { get; private set; }

    public static MapRunException Failure(string message) => new(new Fault(StatesErrors.ResultWriterFailed, message));

    public async ValueTask AddAsync(MapRunChild child, MapRunOutcome outcome, CancellationToken cancellationToken)
    {
        ResultFiles files = outcome.Status == ExecutionStatus.Succeeded ? _succeeded : _failed;
        foreach (JsonValue result in ResultShape.Of(child, outcome, _transformation))
            await files.AddAsync(result, cancellationToken).ConfigureAwait(false);
        Written++;
    }

    public ValueTask AddPendingAsync(MapRunChild child, CancellationToken cancellationToken)
        => _pending.AddAsync(ChildDescription.OfPending(child), cancellationToken);

    public async ValueTask<JsonValue> CompleteAsync(CancellationToken cancellationToken)
    {
        JsonValue files = JsonValue.ObjectOf(
        [
            new JsonProperty(Failed, await _failed.CompleteAsync(cancellationToken).ConfigureAwait(false)),
            new JsonProperty(Pending, await _pending.CompleteAsync(cancellationToken).ConfigureAwait(false)),
            new JsonProperty(Succeeded, await _succeeded.CompleteAsync(cancellationToken).ConfigureAwait(false)),
        ]);
        JsonValue manifest = JsonValue.ObjectOf(
            [new JsonProperty(DestinationBucket, _bucket), new JsonProperty(MapRunArn, _request.Arn), new JsonProperty(ResultFiles, files)]);
        string key = _folder + "/manifest.json";
        await using (ObjectUpload upload = await _store.CreateAsync(_bucket, key, cancellationToken).ConfigureAwait(false))
        {
            await upload.Content.WriteAsync(manifest.ToUtf8(), cancellationToken).ConfigureAwait(false);
            await upload.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }

        return JsonValue.ObjectOf(
        [
            new JsonProperty(MapRunArn, _request.Arn),
            new JsonProperty(Details, JsonValue.ObjectOf([new JsonProperty(Bucket, _bucket), new JsonProperty(KeyName, key)])),
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await _succeeded.DisposeAsync().ConfigureAwait(false);
        await _failed.DisposeAsync().ConfigureAwait(false);
        await _pending.DisposeAsync().ConfigureAwait(false);
    }
}
