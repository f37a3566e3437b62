using System.Text.Json.Serialization;
using Amazon.ACMPCA.Model;
using Amazon.AwsJson;

namespace Amazon.ACMPCA;

/// <summary>The wire format: a member's name is its JSON name, and null is not sent.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(BlobConverter), typeof(TimestampConverter)])]
[JsonSerializable(typeof(CreateCertificateAuthorityRequest))]
[JsonSerializable(typeof(CreateCertificateAuthorityResponse))]
[JsonSerializable(typeof(DescribeCertificateAuthorityRequest))]
[JsonSerializable(typeof(DescribeCertificateAuthorityResponse))]
[JsonSerializable(typeof(UpdateCertificateAuthorityRequest))]
[JsonSerializable(typeof(GetCertificateAuthorityCertificateRequest))]
[JsonSerializable(typeof(GetCertificateAuthorityCertificateResponse))]
[JsonSerializable(typeof(GetCertificateAuthorityCsrRequest))]
[JsonSerializable(typeof(GetCertificateAuthorityCsrResponse))]
[JsonSerializable(typeof(IssueCertificateRequest))]
[JsonSerializable(typeof(IssueCertificateResponse))]
[JsonSerializable(typeof(GetCertificateRequest))]
[JsonSerializable(typeof(GetCertificateResponse))]
[JsonSerializable(typeof(ImportCertificateAuthorityCertificateRequest))]
[JsonSerializable(typeof(RevokeCertificateRequest))]
[JsonSerializable(typeof(ListTagsRequest))]
[JsonSerializable(typeof(ListTagsResponse))]
[JsonSerializable(typeof(TagCertificateAuthorityRequest))]
[JsonSerializable(typeof(UntagCertificateAuthorityRequest))]
internal sealed partial class AcmPcaJson : JsonSerializerContext;
