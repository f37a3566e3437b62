namespace Amazon.Lambda.Model;

/// <summary>Why environment variables cannot be shown: the caller may not use the key that encrypts them.</summary>
public partial class EnvironmentError
{
    public string ErrorCode { get; set; }

    public string Message { get; set; }
}
