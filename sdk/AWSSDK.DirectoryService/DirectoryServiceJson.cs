using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.DirectoryService.Model;

namespace Amazon.DirectoryService;

/// <summary>The wire format: a member's name is its JSON name, and null is not sent.</summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(TimestampConverter)])]
[JsonSerializable(typeof(RegisterCertificateRequest))]
[JsonSerializable(typeof(RegisterCertificateResponse))]
[JsonSerializable(typeof(DescribeCertificateRequest))]
[JsonSerializable(typeof(DescribeCertificateResponse))]
[JsonSerializable(typeof(ListCertificatesRequest))]
[JsonSerializable(typeof(ListCertificatesResponse))]
[JsonSerializable(typeof(DeregisterCertificateRequest))]
[JsonSerializable(typeof(EnableClientAuthenticationRequest))]
[JsonSerializable(typeof(DisableClientAuthenticationRequest))]
[JsonSerializable(typeof(DescribeClientAuthenticationSettingsRequest))]
[JsonSerializable(typeof(DescribeClientAuthenticationSettingsResponse))]
[JsonSerializable(typeof(EnableLDAPSRequest))]
[JsonSerializable(typeof(DisableLDAPSRequest))]
[JsonSerializable(typeof(DescribeLDAPSSettingsRequest))]
[JsonSerializable(typeof(DescribeLDAPSSettingsResponse))]
[JsonSerializable(typeof(DescribeDirectoriesRequest))]
[JsonSerializable(typeof(DescribeDirectoriesResponse))]
internal sealed partial class DirectoryServiceJson : JsonSerializerContext;
