namespace Infra.Local.DirectoryService.Requests;

/// <summary>Which error an operation models for a bad request; service model of Directory Service.</summary>
public static class RequestErrors
{
    /// <summary>Switching client authentication models nothing but <c>ClientException</c> for it.</summary>
    public static string InvalidParameter(string operation) => operation switch
    {
        "EnableClientAuthentication" or "DisableClientAuthentication" => "ClientException",
        _ => "InvalidParameterException",
    };

    /// <summary>One of the lists models no error of its own for a token.</summary>
    public static string InvalidNextToken(string operation) => operation is "DescribeClientAuthenticationSettings"
        ? "InvalidParameterException"
        : "InvalidNextTokenException";
}
