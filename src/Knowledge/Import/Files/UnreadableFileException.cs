namespace ServiceBot.Knowledge.Import.Files;

/// <summary>A file or sheet cannot be read on; the message says why and what to do, in Chinese, for the person who exported it.</summary>
internal sealed class UnreadableFileException : Exception
{
    public UnreadableFileException(string message)
        : base(message)
    {
    }

    public UnreadableFileException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
