using System.Text.Json;
using Compiled.Server.Protocol;

namespace Compiled.Server.Machines;

/// <summary>How a machine's or activity's data is encrypted. It is kept and shown; on disk nothing is encrypted here.</summary>
/// <param name="Type"><c>AWS_OWNED_KEY</c> or <c>CUSTOMER_MANAGED_KMS_KEY</c>.</param>
/// <param name="KmsKeyId">The key; null for AWS's own.</param>
/// <param name="ReusePeriodSeconds">How long a data key is used, 60 to 900 seconds; null for AWS's own key.</param>
internal sealed record EncryptionSettings(string Type, string? KmsKeyId, int? ReusePeriodSeconds)
{
    private const string Owned = "AWS_OWNED_KEY", Managed = "CUSTOMER_MANAGED_KMS_KEY";

    private const int DefaultReuseSeconds = 300;

    public static readonly EncryptionSettings OwnedByAws = new(Owned, null, null);

    /// <summary>Reads the member of a request; null when it is missing.</summary>
    /// <exception cref="ApiException">ValidationException, InvalidEncryptionConfiguration.</exception>
    public static EncryptionSettings? Read(ApiRequest request)
    {
        if (request.Structure("encryptionConfiguration") is not { } encryption)
            return null;
        string? type = encryption.Word("type", Owned, Managed) ?? encryption.Missing<string?>("encryptionConfiguration.type", null);
        string? key = encryption.Text("kmsKeyId", 1, 2048);
        long? reuse = encryption.Integer("kmsDataKeyReusePeriodSeconds", 60, 900);
        request.Take(encryption);
        request.Check();
        if (type == Owned && (key is not null || reuse is not null))
            throw ApiErrors.InvalidEncryptionConfiguration("Invalid Encryption Configuration: 'kmsKeyId and kmsDataKeyReusePeriodSeconds can only be set for the type CUSTOMER_MANAGED_KMS_KEY'");
        if (type == Managed && key is null)
            throw ApiErrors.InvalidEncryptionConfiguration("Invalid Encryption Configuration: 'kmsKeyId must be set for the type CUSTOMER_MANAGED_KMS_KEY'");
        return type == Owned ? OwnedByAws : new EncryptionSettings(Managed, key, (int)(reuse ?? DefaultReuseSeconds));
    }

    /// <summary>Writes the member of an answer.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("encryptionConfiguration");
        writer.WriteString("type", Type);
        writer.WriteOptional("kmsKeyId", KmsKeyId);
        if (ReusePeriodSeconds is { } reuse)
            writer.WriteNumber("kmsDataKeyReusePeriodSeconds", reuse);
        writer.WriteEndObject();
    }
}
