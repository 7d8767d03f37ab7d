using System.Text.Json;
using System.Text.Json.Serialization;

namespace Compiled.Server.Starts;

/// <summary>The contracts of the configuration.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    UseStringEnumConverter = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(StartsConfiguration))]
internal sealed partial class StartsJson : JsonSerializerContext;
