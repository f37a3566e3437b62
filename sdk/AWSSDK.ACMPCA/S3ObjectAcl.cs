using System.Text.Json.Serialization;
using Amazon.AwsJson;
using Amazon.Runtime;

namespace Amazon.ACMPCA;

/// <summary>Who may read the CRL objects that the service writes.</summary>
[JsonConverter(typeof(ConstantConverter<S3ObjectAcl>))]
public class S3ObjectAcl(string value) : ConstantClass(value)
{
    public static readonly S3ObjectAcl PUBLIC_READ = new("PUBLIC_READ");
    public static readonly S3ObjectAcl BUCKET_OWNER_FULL_CONTROL = new("BUCKET_OWNER_FULL_CONTROL");

    public static implicit operator S3ObjectAcl(string value) => FindValue(value);

    public static S3ObjectAcl FindValue(string value) => FindValue<S3ObjectAcl>(value);
}
